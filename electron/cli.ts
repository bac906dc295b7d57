import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { AppError } from '../article/app-error.ts';
import { type Terminal, errorLine } from './command-line/terminal.ts';
import { isUsageFault, usage } from './command-line/usage.ts';

// Half of the time of a short run goes into compiling what is the same as the last time.
enableCompileCache(path.resolve(import.meta.dirname, '../node_modules/.cache/node'));

/** Only what a command needs is loaded: most of the time of a short run goes there. */
const commands = {
  import: async () => (await import('./command-line/import.ts')).importFiles,
  export: async () => (await import('./command-line/export.ts')).exportArticles,
  check: async () => (await import('./command-line/check.ts')).checkArticles,
  search: async () => (await import('./command-line/search.ts')).searchArticles,
  list: async () => (await import('./command-line/list.ts')).listArticles,
  serve: async () => (await import('./command-line/serve.ts')).serve,
};

const terminal: Terminal = {
  print: (text) => void process.stdout.write(text),
  warn: (text) => void process.stderr.write(text),
  async readInput() {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks);
  },
};

async function run([name, ...args]: string[]): Promise<number> {
  if (name === undefined || name === '--help' || name === 'help') {
    terminal.print(usage.general);
    return name === undefined ? 2 : 0;
  }
  if (!isCommand(name)) {
    terminal.warn(`error: usage: there is no command “${name}”\n\n${usage.general}`);
    return 2;
  }
  if (args.includes('--help')) {
    terminal.print(usage[name]);
    return 0;
  }
  try {
    const command = await commands[name]();
    return await command(args, terminal);
  } catch (error) {
    if (error instanceof AppError) {
      terminal.warn(errorLine(error));
      return 1;
    }
    if (isUsageFault(error)) {
      terminal.warn(`error: usage: ${error.message}\n\n${usage[name]}`);
      return 2;
    }
    throw error;
  }
}

function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name);
}

// Whoever reads our output may have seen enough: `galley list | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.exitCode = await run(process.argv.slice(2));
