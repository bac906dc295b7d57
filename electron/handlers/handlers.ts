import type { Handlers } from '../contract/calls.ts';
import { deskHandlers } from './desk.ts';
import { exportHandlers } from './exports.ts';
import type { Services } from './services.ts';
import { storyHandlers } from './stories.ts';

/** One function for each call of the contract. */
export function makeHandlers(services: Services): Handlers {
  return { ...deskHandlers(services), ...storyHandlers(services), ...exportHandlers(services) };
}
