import { parseArgs } from 'node:util';
import { UsageError, serveOptions } from './usage.ts';

/** What `npm start` or `galley serve` was told. */
export interface ServeOptions {
  /** The folder of the desk as it was typed. */
  desk: string | undefined;
  /** Whether a new desk is made where one was before. */
  anew: boolean;
  /** What shows the app; undefined where the person leaves it to Galley. */
  host: 'electron' | 'web' | undefined;
  /** 0 for any that is free; undefined for the last one of the desk, where that is free. */
  port: number | undefined;
  /** Whether the browser is opened. */
  open: boolean;
  help: boolean;
}

/** Reads the options. Throws a UsageError, or Node's own error for an option that there is not. */
export function readServeOptions(args: string[]): ServeOptions {
  const { values } = parseArgs({ args, options: serveOptions });
  const {
    desk,
    'new-desk': anew = false,
    electron,
    web,
    port,
    'no-open': noOpen = false,
    help = false,
  } = values;
  const ofWeb = (['web', 'port', 'no-open'] as const).find((name) => values[name] !== undefined);
  if (electron && ofWeb !== undefined) {
    throw new UsageError(`--electron and --${ofWeb}: choose the desktop app or the browser`);
  }
  return {
    desk,
    anew,
    host: electron ? 'electron' : web || ofWeb !== undefined ? 'web' : undefined,
    port: port === undefined ? undefined : readPort(port),
    open: !noOpen,
    help,
  };
}

/** Reads what was typed for `--port`; 0 is any that is free. Throws a UsageError. */
export function readPort(typed: string): number {
  if (!/^\d+$/u.test(typed) || Number(typed) > 65535) {
    throw new UsageError(`--port ${typed}: a port is a number from 0 to 65535`);
  }
  return Number(typed);
}
