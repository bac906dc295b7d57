import { parseDocument, stringify } from 'yaml';

/** The text of a file that begins with front matter, and what follows it. */
export interface FrontMatter {
  /** What it says, by key; undefined for a text without front matter that can be read. */
  fields?: Record<string, unknown>;
  body: string;
}

const YAML_FENCE = /^\uFEFF?---[ \t]*\r?\n([^]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u;
const TOML_FENCE = /^\uFEFF?\+\+\+[ \t]*\r?\n([^]*?)(?:^|\r?\n)\+\+\+[ \t]*(?:\r?\n|$)/u;

/** Keys by which front matter is known in a text of which nothing else says that it is Markdown. */
const USUAL = new Set(
  'author authors byline categories date description draft headline keywords language layout slug tags title'.split(
    ' ',
  ),
);

/** True for a text that begins with front matter, YAML (`---`) or TOML (`+++`), of an article. */
export function hasFrontMatter(text: string): boolean {
  const { fields = {} } = takeFrontMatter(text);
  return Object.keys(fields).some((key) => USUAL.has(key.toLowerCase()));
}

/** Cuts the front matter off. One that is no mapping of keys is a part of the text. */
export function takeFrontMatter(text: string): FrontMatter {
  const yaml = YAML_FENCE.exec(text);
  if (yaml !== null) {
    const fields = readYaml(yaml[1] ?? '');
    if (fields !== undefined) return { fields, body: text.slice(yaml[0].length) };
  }
  const toml = TOML_FENCE.exec(text);
  if (toml !== null) {
    const fields = readToml(toml[1] ?? '');
    if (fields !== undefined) return { fields, body: text.slice(toml[0].length) };
  }
  return { body: text };
}

function readYaml(text: string): Record<string, unknown> | undefined {
  // The core schema leaves dates as they are written.
  const document = parseDocument(text, { logLevel: 'silent', schema: 'core' });
  if (document.errors.length > 0) return undefined;
  const value: unknown = document.toJS({ maxAliasCount: 0 });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return value as Record<string, unknown>;
}

/** `key = value` a line, as Hugo writes it: text, numbers, true and false, dates, lists of text. */
function readToml(text: string): Record<string, unknown> | undefined {
  const fields: Record<string, unknown> = {};
  for (const line of text.split(/\r?\n/u)) {
    if (/^\s*(?:#.*)?$/u.test(line) || /^\s*\[.*\]\s*$/u.test(line)) continue;
    const [, key, value = ''] = /^\s*["']?([\w.-]+)["']?\s*=\s*(.+?)\s*$/u.exec(line) ?? [];
    if (key === undefined) return undefined;
    fields[key] = readTomlValue(value);
  }
  return fields;
}

function readTomlValue(value: string): unknown {
  if (/^'[^']*'$/u.test(value)) return value.slice(1, -1);
  try {
    return JSON.parse(value.replace(/,\s*\]$/u, ']')) as unknown;
  } catch {
    return value;
  }
}

/** Front matter with its fences; nothing for no fields. An empty list is not there. */
export function printFrontMatter(fields: Record<string, unknown>): string {
  const kept = Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  );
  if (Object.keys(kept).length === 0) return '';
  return `---\n${stringify(kept, { lineWidth: 0, schema: 'core' })}---\n`;
}
