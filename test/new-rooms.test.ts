import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pinnedNode, root } from '../scripts/checkout.js';
import { temporaryFolder } from './electron/temporary.ts';

/** What a new thing of a kind is made of: its own files, and a line in each list that names it. */
interface NewRoom {
  /** Its own files, from the fixture to the checkout. */
  files: Record<string, string>;
  /** Lines that are added before or after one that is there, by the file of the list. */
  lines: Record<string, readonly { after?: string; before?: string; line: string }[]>;
}

const fixtures = path.join(root, 'test/fixtures/rooms');

const rooms: Record<string, NewRoom> = {
  block: {
    files: {
      'block/article': 'article/blocks/score',
      'block/editor': 'renderer/editor/blocks/score',
    },
    lines: {
      'article/blocks/blocks.ts': [
        {
          before: 'import type { Sidebar }',
          line: "import type { Score } from './score/score.ts';",
        },
        { before: '  | Sidebar\n', line: '  | Score' },
      ],
      'article/blocks/specs.ts': [
        { before: 'import { sidebar }', line: "import { score } from './score/score.ts';" },
        { before: '  sidebar,\n', line: '  score,' },
      ],
      'renderer/editor/blocks/blocks.ts': [
        {
          before: 'import { sidebarNodes }',
          line: "import { scoreNodes } from './score/score.ts';",
        },
        { before: '  sidebarNodes,\n', line: '  scoreNodes,' },
      ],
      'renderer/editor/blocks/tools.ts': [
        {
          before: 'import { sidebarTools }',
          line: "import { scoreTools } from './score/score-tools.ts';",
        },
        { before: '  sidebarTools,\n', line: '  scoreTools,' },
      ],
      'electron/contract/commands.ts': [
        {
          after: "  { id: 'insert.divider', menu: 'insert' },\n",
          line: "  { id: 'insert.score', menu: 'insert' },",
        },
      ],
    },
  },
  mark: {
    files: { 'mark/keyterm.ts': 'article/marks/keyterm.ts' },
    lines: {
      'article/marks/marks.ts': [
        { before: 'import { italic }', line: "import { keyterm } from './keyterm.ts';" },
        { before: 'code] as const', line: 'keyterm, ' },
      ],
      'renderer/editor/marks.ts': [
        { before: '  Italic,\n', line: '  Highlighter,' },
        { before: '  code: {', line: "  keyterm: { format: 'highlight', icon: Highlighter }," },
      ],
      'electron/contract/commands.ts': [
        { before: "  { id: 'format.code'", line: "  { id: 'format.keyterm', menu: 'format' }," },
      ],
    },
  },
  format: {
    files: { 'format/outline.ts': 'article/formats/outline.ts' },
    lines: {
      'article/formats/formats.ts': [
        { before: 'import { page }', line: "import { outline } from './outline.ts';" },
        { after: 'const all = { ', line: 'outline, ' },
      ],
    },
  },
  call: {
    files: {},
    lines: {
      'electron/contract/calls.ts': [
        { before: "  'desk.rescan': call", line: "  'desk.tally': call<number>()({})," },
      ],
      'electron/handlers/desk.ts': [
        {
          before: "    async 'desk.rescan'",
          line: "    'desk.tally': async () => index.counts().all,",
        },
      ],
    },
  },
  setting: {
    files: {},
    lines: {
      'article/house.ts': [
        {
          before: '  lineLength: {',
          line: "  tideTable: { kind: 'text', unset: 'First and right' },",
        },
      ],
    },
  },
  field: {
    files: {},
    lines: {
      'article/fields.ts': [
        {
          before: '  /** Internal: not to be published before',
          line: "  tideNote: { schema: optionalText, name: 'Tide note', holds: 'text', words: true },",
        },
      ],
    },
  },
  style: {
    files: {},
    lines: {
      'article/dateline/styles.ts': [
        {
          before: "  {\n    id: 'reuters',",
          line: `  {
    id: 'harbour',
    label: 'The Harbour Press',
    source: '',
    place: 'capitals',
    regions: 'as-written',
    months: AP_MONTHS,
    credit: 'none',
    separator: ' / ',
    standAlone: ['world'],
  },
  {
    id: 'quay',
    label: 'The Quay Press',
    source: '',
    place: 'capitals',
    regions: 'as-written',
    credit: 'none',
    separator: ' // ',
    standAlone: ['world'],
  },`,
        },
      ],
    },
  },
};

/** A checkout with everything that is new in it. */
let copy: string;
const run = (tool: string, ...args: string[]) =>
  promisify(execFile)(pinnedNode, [path.join(root, 'node_modules', tool), ...args], {
    cwd: copy,
    env: { ...process.env, NODE_ENV: 'test', VITEST: '' },
  }).catch((error: { stdout: string; stderr: string }) => {
    throw new Error(error.stdout + error.stderr, { cause: error });
  });

async function addRoom(name: string, { files, lines }: NewRoom): Promise<void> {
  for (const [from, to] of Object.entries(files))
    await fs.cp(path.join(fixtures, from), path.join(copy, to), { recursive: true });
  for (const [file, added] of Object.entries(lines)) {
    let text = await fs.readFile(path.join(copy, file), 'utf8');
    for (const { after, before, line } of added) {
      const anchor = (after ?? before)!;
      const [head, ...rest] = text.split(anchor);
      expect([file, anchor, rest.length > 0]).toEqual([file, anchor, true]);
      const end = line.endsWith(' ') ? '' : '\n';
      text = [head! + (after ?? '') + line + end + (before ?? ''), rest.join(anchor)].join('');
    }
    await fs.writeFile(path.join(copy, file), text);
  }
  const locale = path.join(copy, 'assets/locales/en.json');
  const own = await fs.readFile(path.join(fixtures, name, 'words.json'), 'utf8').catch(() => '{}');
  const words = { ...JSON.parse(await fs.readFile(locale, 'utf8')), ...JSON.parse(own) };
  await fs.writeFile(locale, JSON.stringify(words, null, 2));
  for (const check of await fs.readdir(path.join(fixtures, name))) {
    if (!check.endsWith('.check.ts')) continue;
    const to = path.join(copy, 'test', check.replace('.check.', '.test.'));
    await fs.copyFile(path.join(fixtures, name, check), to);
  }
}

beforeAll(async () => {
  copy = await temporaryFolder(afterAll);
  const parts = ['article', 'assets', 'electron', 'renderer', 'scripts'];
  for (const part of [...parts, 'package.json', 'tsconfig.base.json', 'vitest.config.ts'])
    await fs.cp(path.join(root, part), path.join(copy, part), { recursive: true });
  for (const file of ['temporary.ts', 'running-desk.ts'])
    await fs.cp(path.join(root, 'test/electron', file), path.join(copy, 'test/electron', file));
  await fs.symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
  for (const [name, room] of Object.entries(rooms)) await addRoom(name, room);
});

describe('what is new has a room of its own, and a line in each list', () => {
  test('everything that has to know it is told by its type', async () => {
    await run('typescript/bin/tsc', '-b', 'renderer', 'electron');
  });

  test('each does all that such a thing does', async () => {
    await run('vitest/vitest.mjs', 'run', '--project', 'rooms');
  });
});
