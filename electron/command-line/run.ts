import { AppError } from '../../article/app-error.ts';
import { type Terminal, errorLine } from './terminal.ts';
import { isUsageFault, usage } from './usage.ts';

/** Only what a command needs is loaded: most of the time of a short run goes there. */
const commands = {
  import: async () => (await import('./import.ts')).importFiles,
  export: async () => (await import('./export.ts')).exportArticles,
  check: async () => (await import('./check.ts')).checkArticles,
  search: async () => (await import('./search.ts')).searchArticles,
  list: async () => (await import('./list.ts')).listArticles,
  serve: async () => (await import('./serve.ts')).serve,
};

/** Runs one command line, without the name of the program; answers the exit code. */
export async function runCommandLine(
  [name, ...args]: readonly string[],
  terminal: Terminal,
): Promise<number> {
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
