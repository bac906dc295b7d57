import type { z } from 'zod';
import { AppError } from '../article/app-error.ts';
import { parseWith } from '../article/schema.ts';
import { type CallName, type Handlers, type Reply, calls } from './contract/calls.ts';

/**
 * Answers a call from a window: finds it by name, parses its arguments by the contract, and turns
 * whatever is thrown into a reply. Never rejects. A bug is `internal` and is logged.
 */
export async function route(handlers: Handlers, name: unknown, args: unknown): Promise<Reply> {
  try {
    if (!isCallName(name)) {
      const shown = String(name).slice(0, 60);
      throw new AppError('unknown-call', `“${shown}” is not a call of this Galley`);
    }
    const handler = handlers[name] as (args: unknown) => Promise<unknown>;
    return { ok: true, value: await handler(parseWith(calls[name].args as z.ZodType, args)) };
  } catch (error) {
    return refusal(error);
  }
}

/** What a window is told of an error. */
export function refusal(error: unknown): Reply & { ok: false } {
  if (error instanceof AppError) {
    const { code, message, path } = error;
    return { ok: false, code, message, ...(path !== undefined && { path }) };
  }
  console.error(error);
  return {
    ok: false,
    code: 'internal',
    message: 'Galley has made a mistake; what it was stands in its log. Nothing was changed',
  };
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(calls, name);
}
