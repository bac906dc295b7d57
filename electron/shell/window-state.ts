import type { BrowserWindow, Rectangle } from 'electron';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const stateSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximised: z.boolean(),
});

/** Where the window was, in screen points. */
export type WindowState = z.output<typeof stateSchema>;

/** The least size at which the app can be used, in points. */
export const LEAST_SIZE = { width: 720, height: 480 };
const FIRST_SIZE = { width: 1280, height: 800 };
/** How much of the window's top must be on a screen so that it can be moved, in points. */
const GRIP = { width: 120, height: 40 };

/**
 * Where to put the window: where it was, if that is still on a screen; else the first size, and
 * the system chooses the place. `areas` are the usable parts of the screens.
 */
export function placeWindow(
  remembered: WindowState | undefined,
  areas: readonly Rectangle[],
): Partial<Rectangle> & { width: number; height: number } {
  if (remembered === undefined) return FIRST_SIZE;
  const { x, y, width, height } = remembered;
  const grip = { x, y, width, height: GRIP.height };
  const area = areas.find((candidate) => {
    const { width: shownWidth, height: shownHeight } = overlap(grip, candidate);
    return shownWidth >= Math.min(GRIP.width, width) && shownHeight >= GRIP.height;
  });
  if (area === undefined) return FIRST_SIZE;
  return {
    x,
    y,
    width: Math.max(LEAST_SIZE.width, Math.min(width, area.width)),
    height: Math.max(LEAST_SIZE.height, Math.min(height, area.height)),
  };
}

function overlap(one: Rectangle, other: Rectangle): { width: number; height: number } {
  const span = (start: 'x' | 'y', size: 'width' | 'height') =>
    Math.min(one[start] + one[size], other[start] + other[size]) -
    Math.max(one[start], other[start]);
  return { width: span('x', 'width'), height: span('y', 'height') };
}

/** Far more than a place takes; a pipe would be waited for. */
const MOST_BYTES = 4096;

/** Reads what `rememberWindow` kept; undefined when there is nothing to be read. */
export function readWindowState(dataFolder: string): WindowState | undefined {
  const file = fileIn(dataFolder);
  try {
    const stats = fs.statSync(file);
    if (!stats.isFile() || stats.size > MOST_BYTES) return undefined;
    const kept: unknown = JSON.parse(fs.readFileSync(file, 'utf8'));
    return stateSchema.safeParse(kept).data;
  } catch {
    // A missing or broken file costs the person a drag of the window, no more.
    return undefined;
  }
}

/** Keeps the place of a window when it closes. */
export function rememberWindow(window: BrowserWindow, dataFolder: string): void {
  window.on('close', () => {
    const state: WindowState = { ...window.getNormalBounds(), maximised: window.isMaximized() };
    try {
      fs.writeFileSync(fileIn(dataFolder), `${JSON.stringify(state)}\n`);
    } catch (error) {
      console.error('The place of the window could not be kept:', error);
    }
  });
}

function fileIn(dataFolder: string): string {
  return path.join(dataFolder, 'window.json');
}
