import { AppError } from '../../article/app-error.ts';
import type { Galley } from '../boot.ts';
import { newSecrets } from './answers.ts';
import { newSecret } from './guard.ts';
import { keepLastAddress, readLastAddress, withKey } from './last-address.ts';
import { type WebHost, startWeb } from './web.ts';

/**
 * Serves a desk at this port or, without one, where it was last served, so that windows from then
 * find it again. Where that is taken, as by another Galley on the desk, it is served at any port for
 * this once. Throws as `startWeb` does.
 */
export async function serveDesk(
  galley: Galley,
  rendererFolder: string,
  port?: number,
): Promise<WebHost> {
  const last = await readLastAddress(galley.ownFolder);
  const keys = withKey(newSecret(), last);
  const secrets = { ...newSecrets(), keys: keys.map(({ key }) => key) };
  const serveAt = (at: number) => startWeb({ galley, rendererFolder, port: at, secrets });
  const web = await serveAt(port ?? last?.port ?? 0).catch((error: unknown) => {
    const isTaken = error instanceof AppError && error.code.startsWith('port-');
    if (port !== undefined || !isTaken) throw error;
    return serveAt(0);
  });
  if (port !== undefined || last === undefined || web.port === last.port)
    await keepLastAddress(galley.ownFolder, { port: web.port, keys });
  return web;
}
