import path from 'node:path';
import { parseArgs } from 'node:util';
import { nodeFlags, pinnedNode } from './checkout.js';
import { electronRuntime, fetchElectron, hasDisplay } from './electron-runtime.ts';
import { run } from './run.js';
import { ensureBuilt } from './sources.ts';

const usage = `Usage: npm start [-- OPTIONS]
  --electron   the desktop app, or nothing
  --web        the browser, served from this machine only
  --desk DIR   the folder of the desk (default: Galley in your documents)
  --port N     the port of --web (default: a free one)
`;

interface Wishes {
  electron: boolean;
  web: boolean;
  desk: string | undefined;
  port: string | undefined;
}

/** Electron's program where the app can run on it, else why it cannot. */
async function findElectron(wishes: Wishes): Promise<{ program: string } | { reason: string }> {
  if (!hasDisplay()) return { reason: 'there is no display' };
  if (process.platform === 'linux' && process.getuid?.() === 0 && !wishes.electron) {
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

function startWeb(desk: readonly string[], port: string | undefined): Promise<number> {
  return run(pinnedNode, [
    ...nodeFlags,
    'electron/cli.ts',
    'serve',
    ...desk,
    ...(port === undefined ? [] : ['--port', port]),
    ...(hasDisplay() ? [] : ['--no-open']),
  ]);
}

async function start(wishes: Wishes): Promise<number> {
  // npm starts us in the checkout; a relative folder is meant from where the person is.
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const desk = wishes.desk === undefined ? [] : ['--desk', path.resolve(from, wishes.desk)];
  let reason: string | undefined;
  if (!wishes.web && wishes.port === undefined) {
    const found = await findElectron(wishes);
    if ('program' in found) {
      await ensureBuilt();
      const began = Date.now();
      const code = await startElectron(found.program, desk);
      // A shell's "cannot run it", or a signal: it never was Galley that ended.
      const neverRan = code > 125 && Date.now() - began < 10_000;
      if (!neverRan || wishes.electron) return code;
      reason = `Electron could not start (exit code ${code})`;
    } else {
      reason = found.reason;
    }
    if (wishes.electron) {
      console.error(`error: no-electron: ${reason}. npm start -- --web needs none.`);
      return 1;
    }
  }
  if (reason !== undefined)
    console.error(`The desktop app cannot run here: ${reason}. Galley is served to your browser.`);
  await ensureBuilt();
  return startWeb(desk, wishes.port);
}

function readWishes(): Wishes | undefined {
  const { values } = parseArgs({
    options: {
      electron: { type: 'boolean', default: false },
      web: { type: 'boolean', default: false },
      desk: { type: 'string' },
      port: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  return values.help ? undefined : { desk: undefined, port: undefined, ...values };
}

try {
  const wishes = readWishes();
  if (wishes === undefined) process.stdout.write(usage);
  else process.exitCode = await start(wishes);
} catch (error) {
  const isUsage =
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  console.error(`error: ${error instanceof Error ? error.message : String(error)}`);
  if (isUsage) console.error(usage);
  process.exitCode = isUsage ? 2 : 1;
}
