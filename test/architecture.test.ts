import fs from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';
import { root } from '../scripts/checkout.js';

interface Import {
  /** The file that imports, from the checkout: `article/merge.ts`. */
  from: string;
  /** What it names: `./ids.ts`, `zod`, `node:fs`. */
  named: string;
  /** The file that a relative import leads to, from the checkout. */
  to: string | undefined;
}

const rooms = ['article', 'electron', 'renderer'];
const code = rooms.flatMap(filesIn).filter((file) => /\.tsx?$/u.test(file));
const imports = code.flatMap(importsOf);

function filesIn(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'));
}

function read(file: string): string {
  return fs.readFileSync(path.join(root, file), 'utf8');
}

/** The block in whose room a file is. */
const blockRoom = (file: string) => /\/blocks\/(?<name>[\w-]+)\//u.exec(file)?.groups?.['name'];

/** Code without its comments and the words in it that are no names: `one two` of many words. */
function withoutText(text: string): string {
  return text.replace(/\/\*[^]*?\*\/|\/\/.*|'[^'\n]* [^'\n]*'|^ +[a-z ]{40,}$/gmu, '');
}

/** Every module that a file names: static, for types only, re-exported, or loaded later. */
function importsOf(file: string): Import[] {
  const named: string[] = [];
  const visit = (node: unknown) => {
    if (Array.isArray(node)) return node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    if (
      'type' in node &&
      'source' in node &&
      /^(Import|Export|TSImport)/u.test(String(node.type))
    ) {
      const source = node.source as { value?: unknown } | null;
      if (typeof source?.value === 'string') named.push(source.value);
    }
    Object.values(node).forEach(visit);
  };
  visit(parseAst(read(file), { lang: file.endsWith('x') ? 'tsx' : 'ts' }).body);
  return named.map((name) => ({
    from: file,
    named: name,
    to: name.startsWith('.') ? fileNamed(file, name) : undefined,
  }));
}

/** The file that a relative import leads to; `?raw` and the like say how it is taken in. */
function fileNamed(from: string, name: string): string {
  return path.posix.join(path.posix.dirname(from), name.replace(/\?.*$/u, ''));
}

const roomOf = (file: string) =>
  file.startsWith('electron/contract/') ? 'contract' : (file.split('/')[0] ?? '');
const isShell = (file: string) =>
  file.startsWith('electron/shell/') ||
  file === 'electron/main.ts' ||
  file === 'electron/preload.ts';
const isPackage = ({ named }: Import, ...packages: (string | RegExp)[]) =>
  packages.some((name) =>
    typeof name === 'string' ? named === name || named.startsWith(`${name}/`) : name.test(named),
  );
const show = ({ from, named }: Import) => `${from} imports ${named}`;

/** What each room may import of the others. */
const mayImport: Record<string, readonly string[]> = {
  article: ['article'],
  contract: ['contract', 'article'],
  electron: ['electron', 'contract', 'article', 'assets'],
  renderer: ['renderer', 'contract', 'article', 'assets'],
};

describe('the rooms of the house', () => {
  test('every room was looked into', () => {
    for (const room of rooms) {
      expect(code.filter((file) => file.startsWith(`${room}/`)).length).toBeGreaterThan(8);
    }
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.some(({ from }) => roomOf(from) === 'contract')).toBe(true);
    expect(imports.some(({ from }) => isShell(from))).toBe(true);
  });

  test('a relative import names a file that is there', () => {
    const lost = imports.filter(({ to }) => to && !fs.existsSync(path.join(root, to)));
    expect(lost.map(show)).toEqual([]);
  });

  test('imports run one way: renderer to article from electron, meeting in the contract', () => {
    const wrong = imports.filter(
      ({ from, to }) => to !== undefined && !mayImport[roomOf(from)]?.includes(roomOf(to)),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('what reads copy knows nothing of what writes it', () => {
    const wrong = imports.filter(
      ({ from, to }) => from.startsWith('article/import/') && to?.startsWith('article/formats/'),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('blocks, marks and the forms of text know nothing of what imports and exports stories', () => {
    const outer = ['article/import/', 'article/formats/'];
    const isOuter = (file = '') => outer.some((room) => file.startsWith(room));
    const wrong = imports.filter(
      ({ from, to }) => from.startsWith('article/') && !isOuter(from) && isOuter(to),
    );
    expect(wrong.map(show)).toEqual([]);
    expect(imports.some(({ from, to }) => isOuter(from) && isOuter(to))).toBe(true);
  });

  test('what a block is asked for does not know which block it is', () => {
    const shared = code.filter((file) => /^(?:article|renderer\/editor)\//u.test(file));
    for (const name of ['pullquote', 'gallery', 'divider']) {
      const naming = shared.filter(
        (file) =>
          blockRoom(file) !== name && new RegExp(`\\b${name}`, 'iu').test(withoutText(read(file))),
      );
      expect([name, naming.length <= 6, naming]).toEqual([name, true, naming]);
    }
    // Markdown has types of its own by these names.
    const asking = shared.filter((file) => !/\/markdown(?:\/|\.)/u.test(file));
    for (const name of fs.readdirSync(path.join(root, 'article/blocks'))) {
      if (name.endsWith('.ts')) continue;
      const asked = new RegExp(`\\b(?:type(?::| ===| !==)|case) '${name}'`, 'u');
      const naming = asking.filter((file) => blockRoom(file) !== name && asked.test(read(file)));
      expect([name, naming.length <= 6, naming]).toEqual([name, true, naming]);
    }
  });

  test('the article and the contract are pure', () => {
    const impure = imports.filter(
      (line) =>
        ['article', 'contract'].includes(roomOf(line.from)) &&
        (isBuiltin(line.named) || isPackage(line, 'electron', /^react/u, /lexical/u)),
    );
    expect(impure.map(show)).toEqual([]);
  });

  test('the renderer knows no Node and no Electron', () => {
    const wrong = imports.filter(
      (line) =>
        roomOf(line.from) === 'renderer' && (isBuiltin(line.named) || isPackage(line, 'electron')),
    );
    expect(wrong.map(show)).toEqual([]);
  });

  test('the rooms of the window stand on each other: each imports of those below it alone', () => {
    const floors = ['locale', 'ui', 'app', 'editor', 'presence', 'desk panel dialogs', 'article'];
    floors.push('frame', 'App.tsx', 'main.tsx');
    const floorOf = (file: string) => {
      const [, room = ''] = file.split('/');
      return floors.findIndex((floor) => floor.split(' ').includes(room));
    };
    const inWindow = imports.filter(
      ({ from, to }) => from.startsWith('renderer/') && to?.startsWith('renderer/'),
    );
    const between = inWindow.filter(
      ({ from, to }) => !to!.endsWith('.css') && from.split('/')[1] !== to!.split('/')[1],
    );
    expect(between.filter(({ from }) => floorOf(from) === -1).map(show)).toEqual([]);
    const wrong = between.filter(({ from, to }) => floorOf(to!) >= floorOf(from));
    expect(wrong.map(show)).toEqual([]);
    expect(between.length).toBeGreaterThan(300);
  });

  test('what a window knows is in its app, not in modules', () => {
    // One of a worker is its own; it has no window.
    const modules = code.filter((file) => /^renderer\/.*(?<!worker)\.tsx?$/u.test(file));
    const made = String.raw`new (?:Store|Weak\w+)\b|new (?:Map|Set)(?:<.*>)?\(\)|createContext(?:<.*>)?\(new `;
    const state = new RegExp(
      String.raw`^(?:export )?(?:let |const \w+(?:: .*)? = (?:${made}))|^export const \w+(?:: .*)? = new `,
      'mu',
    );
    // What is known of an editor goes with it.
    const ofEditors = ['renderer/editor/selection/frames.ts', 'renderer/editor/story.ts'];
    expect(modules.length).toBeGreaterThan(200);
    expect(modules.filter((file) => state.test(read(file))).toSorted()).toEqual(ofEditors);
  });

  test('only the Electron shell imports Electron, and only main imports the shell', () => {
    const wrong = imports.filter(
      (line) =>
        !isShell(line.from) &&
        (isPackage(line, 'electron') || (line.to !== undefined && isShell(line.to))),
    );
    expect(wrong.map(show)).toEqual([]);
    expect(imports.some((line) => isPackage(line, 'electron'))).toBe(true);
  });

  test('services know no host', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        from.startsWith('electron/services/') &&
        to !== undefined &&
        roomOf(to) === 'electron' &&
        !to.startsWith('electron/services/'),
    );
    expect(wrong.map(show)).toEqual([]);
  });
});

describe('the files of the house', () => {
  test('a file has less than 300 lines', () => {
    const long = [...rooms, 'scripts']
      .flatMap(filesIn)
      .filter((file) => /\.(ts|tsx|js|css)$/u.test(file))
      // One sheet in the order of the cascade, put whole into every page.
      .filter((file) => file !== 'assets/article.css')
      .map((file) => ({ file, lines: read(file).split('\n').length }))
      .filter(({ lines }) => lines >= 300);
    expect(long).toEqual([]);
  });

  test('the renderer writes no HTML into the page and loads nothing from elsewhere', () => {
    const files = filesIn('renderer').filter((file) => /\.(tsx?|css|html)$/u.test(file));
    const unsafe = files.flatMap((file) =>
      (read(file).match(unsafeCode) ?? []).map((found) => `${file}: ${found}`),
    );
    expect(files.length).toBeGreaterThan(8);
    expect(unsafe).toEqual([]);
  });

  test('no code says where someone’s files are', () => {
    const files = [...code, ...filesIn('scripts'), ...filesIn('test'), ...filesIn('assets')];
    const telling = files.filter(
      (file) => /\.(tsx?|js|json|css|svg|md|yml)$/u.test(file) && homePath.test(read(file)),
    );
    expect(telling).toEqual([]);
  });
});

const unsafeCode = new RegExp(
  [
    'dangerouslySetInnerHTML',
    '\\.(inner|outer)HTML\\s*=[^=]',
    'insertAdjacentHTML',
    'document\\.write\\(',
    '(?:src|href|url|fetch|import)\\s*[=(]\\s*["\'`]?https?:',
    '@import\\s+["\'(]?https?:',
  ].join('|'),
  'gu',
);
const homePath = /[/](?:work|root)[/]|[/]home[/]\w|C:[\\]Users/u;
