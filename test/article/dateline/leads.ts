import { readFileSync } from 'node:fs';
import type { Place } from '../../../article/blocks/dateline/dateline.ts';

/** A lead with what its dateline says. */
export interface Lead {
  text: string;
  places: string[];
  source: string | undefined;
  rest: string;
}

/** The lines of a fixture without its comments, each one lead; `⏎` is a line break. */
export function readLeads(name: string): string[] {
  return readFileSync(new URL(`../../fixtures/${name}`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.replaceAll('⏎', '\n'));
}

/** Reads `[HAYWARD, Calif.] (<AP>) — |The mayor said so.` */
export function readLead(line: string): Lead {
  const at = line.indexOf('|');
  if (at === -1) throw new Error(`no | in ${line}`);
  const head = line.slice(0, at);
  const rest = line.slice(at + 1);
  return {
    text: head.replace(/[[\]<>]/gu, '') + rest,
    places: [...head.matchAll(/\[([^\]]*)\]/gu)].map((match) => match[1] ?? ''),
    source: /<([^>]*)>/u.exec(head)?.[1],
    rest,
  };
}

/** `HAYWARD, Calif.`: a place as it was printed. */
export function asPrinted({ name, region, country }: Place): string {
  return [name, region, country].filter((part) => part !== undefined).join(', ');
}
