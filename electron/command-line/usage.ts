import { FORMAT_IDS, formats } from '../../article/formats/formats.ts';

/** A command line that was typed wrongly; its message says how it should be. */
export class UsageError extends Error {}

/** True for a UsageError, and for what Node's `parseArgs` throws at options that are wrong. */
export function isUsageFault(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return (
    error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  );
}

/** The options of `galley serve`, which are those of `npm start`, as `parseArgs` takes them. */
export const serveOptions = {
  desk: {
    type: 'string',
    value: 'DIR',
    help: 'the desk, made if there is nothing there; without it Galley in your documents',
  },
  'new-desk': {
    type: 'boolean',
    help: 'makes a new desk also where one was that is gone, such as on a disk that is not connected',
  },
  electron: { type: 'boolean', help: 'the desktop app or an error, never the browser (npm start)' },
  web: { type: 'boolean', help: 'the browser, served from this machine only' },
  port: {
    type: 'string',
    value: 'N',
    help: 'the port of --web; without it the last one, else one that is free',
  },
  'no-open': {
    type: 'boolean',
    help: 'of --web: does not open the browser; the address is the first line that Galley prints',
  },
  help: { type: 'boolean', help: 'shows this' },
} as const;

/** The options of `serveOptions`, a line each. */
export const serveOptionsHelp: string = Object.entries(serveOptions)
  .map(([name, option]) => {
    const typed = `--${name}${'value' in option ? ` ${option.value}` : ''}`;
    return `  ${typed.padEnd(12)} ${option.help}\n`;
  })
  .join('');

/** What `--format` takes, a line each. */
const formatsHelp: string = FORMAT_IDS.map(
  (id) => `                    ${id.padEnd(10)} ${formats[id].about}\n`,
).join('');

export const usage = {
  general: `Usage: galley COMMAND

  import FILE… [--desk DIR] [--json]   reads wire copy and other files as stories
  export TARGET… [--format FORMAT] [--out PATH]   publishes stories
  check TARGET… [--json]               tells what an export would warn of
  search WORDS [--desk DIR] [--json]   finds stories of a desk
  list [--desk DIR] [--json]           lists the stories of a desk
  serve [OPTIONS]                      shows the desk in a browser on this machine

galley COMMAND --help says more. Errors are printed as “error: CODE: message”.
Exit codes: 0 done, 1 something failed, 2 the command line was not understood, 130 stopped.
`,
  import: `Usage: galley import FILE… [--desk DIR] [--json]

Reads each FILE as a story; - is the standard input.
  --desk DIR   stores the stories on this desk; without it nothing is stored
  --json       prints one story a line, as JSON, in the order of the files
`,
  export: `Usage: galley export TARGET… [--format ${FORMAT_IDS.join('|')}] [--out PATH|-] [--drop-unknown]

TARGET is an article.json, the folder of a story, or a desk (all its stories but the spiked).
  --format FORMAT   what they go out as:
${formatsHelp}  --out PATH        the file, or for several stories the folder; - prints one story.
                    Page folders get the names of their stories in it.
                    Without it: exports/ of the story's desk, else this folder
  --drop-unknown    leaves out what this Galley does not know, instead of stopping at it

A story that cannot be written is reported, the others are written. Ctrl+C stops after the picture
that is being made: a page is there whole or not at all.
`,
  check: `Usage: galley check TARGET… [--json]

Tells everything that an export would warn of or stop at, a line each, with the place in the story;
and names other copies of a story, such as a sync program makes, that wait for a person.
TARGET is an article.json, the folder of a story, or a desk (all its stories).
  --json   prints one finding a line, as JSON: file, path, severity (error, warning), code, message

Exit code 1 if there is an error: a file that cannot be read, or something that stops the export.
Warnings alone leave it 0.
`,
  search: `Usage: galley search WORDS [--desk DIR] [--json]

Finds the stories of a desk that have all the words, the best first: path, headline and the words
around the hits, which stand in [brackets].
  --desk DIR   the desk; without it Galley in your documents
  --json       prints one story a line, as JSON; in its snippet hits have "hit": true

  tunnel harbour      both words           "harbour tunnel"   beside each other
  tunnel OR ferry     either               tunnel NOT ferry   one without the other
  tunn*               words that begin so  (a OR b) c         parentheses
  section:politics    in a part of the story: headline, slugline, byline, section, status, dateline,
                      standfirst, keywords, body, caption, sidebar
Accents and case make no difference. What is not understood as a query is searched as words.
`,
  list: `Usage: galley list [--desk DIR] [--json]

Lists the stories of a desk, the latest first, each with the other copies of it on the desk.
  --desk DIR   the desk; without it Galley in your documents
  --json       prints one story a line, as JSON
`,
  serve: `Usage: galley serve [OPTIONS]

Shows a desk in a browser on this machine, until Ctrl+C. The options are those of npm start, which
opens the desktop app where it can; galley serve is always --web.
${serveOptionsHelp}`,
} as const;
