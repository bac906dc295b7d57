import path from 'node:path';
import { type ServeOptions, readServeOptions } from '../electron/command-line/serve-options.ts';
import { isUsageFault, serveOptionsHelp } from '../electron/command-line/usage.ts';
import { nodeFlags, pinnedNode } from './checkout.js';
import { electronRuntime, fetchElectron, hasDisplay } from './electron-runtime.ts';
import { run } from './run.js';
import { ensureBuilt } from './sources.ts';
import { endWithStarter } from './starter.js';

const usage = `Usage: npm start [-- OPTIONS]

Opens the desktop app; where it cannot run, says why and serves the same app to your browser.
${serveOptionsHelp}`;

/** Electron's program where the app can run on it, else why it cannot. */
async function findElectron(
  isDemanded: boolean,
): Promise<{ program: string } | { reason: string }> {
  if (!hasDisplay()) return { reason: 'there is no display' };
  if (process.platform === 'linux' && process.getuid?.() === 0 && !isDemanded) {
    return { reason: "Electron's sandbox does not work as root (--electron starts it without)" };
  }
  try {
    return { program: electronRuntime() ?? (await fetchElectron()) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { reason: `Electron's runtime is not here and could not be fetched (${why})` };
  }
}

function startElectron(program: string, desk: readonly string[]): Promise<number> {
  const env = { ...process.env };
  // Set in the terminals of editors that are Electron apps themselves.
  delete env['ELECTRON_RUN_AS_NODE'];
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return run(program, [...asRoot, '.', ...desk], { env });
}

function startWeb(desk: readonly string[], { port, open }: ServeOptions): Promise<number> {
  const args = ['serve', ...desk, ...(port === undefined ? [] : ['--port', String(port)])];
  if (!open || !hasDisplay()) args.push('--no-open');
  return run(pinnedNode, [...nodeFlags, 'out/cli/cli.js', ...args]);
}

async function start(options: ServeOptions): Promise<number> {
  // npm starts us in the checkout; a relative folder is meant from where the person is.
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const desk = [
    ...(options.desk === undefined ? [] : ['--desk', path.resolve(from, options.desk)]),
    ...(options.anew ? ['--new-desk'] : []),
  ];
  const isDemanded = options.host === 'electron';
  let reason: string | undefined;
  if (options.host !== 'web') {
    const found = await findElectron(isDemanded);
    if ('program' in found) {
      await ensureBuilt();
      const began = Date.now();
      const code = await startElectron(found.program, desk);
      // A shell's "cannot run it", or a signal: it never was Galley that ended.
      const neverRan = code > 125 && Date.now() - began < 10_000;
      if (!neverRan || isDemanded) return code;
      reason = `Electron could not start (exit code ${code})`;
    } else {
      reason = found.reason;
    }
    if (isDemanded) {
      console.error(`error: no-electron: ${reason}. npm start -- --web needs none.`);
      return 1;
    }
  }
  if (reason !== undefined)
    console.error(`The desktop app cannot run here: ${reason}. Galley is served to your browser.`);
  await ensureBuilt();
  return startWeb(desk, options);
}

endWithStarter();
try {
  const options = readServeOptions(process.argv.slice(2));
  if (options.help) process.stdout.write(usage);
  else process.exitCode = await start(options);
} catch (error) {
  const isUsage = isUsageFault(error);
  const message = error instanceof Error ? error.message : String(error);
  console.error(isUsage ? `error: usage: ${message}\n\n${usage}` : `error: ${message}`);
  process.exitCode = isUsage ? 2 : 1;
}
