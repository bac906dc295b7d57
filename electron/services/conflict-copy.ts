/** What the name of a file beside `article.json` says of a copy of it. */
export interface CopyName {
  /** The machine or person that the copy came from, as the name has it; empty where it does not say. */
  source: string;
  /** False where other files may be called so, too: such a one is a copy if it names the story. */
  certain: boolean;
}

/**
 * Recognises the names that Dropbox (in any language), OneDrive, Google Drive, Syncthing, iCloud,
 * Nextcloud, Resilio and people give to a copy of `article.json`; undefined for any other name.
 */
export function copyName(name: string): CopyName | undefined {
  if (PUT_ASIDE.test(name)) return undefined;
  const [, rest] = /^article([ ._~[(-].*)\.json$/iu.exec(name) ?? [];
  return rest === undefined ? undefined : { source: copySource(rest), certain: CERTAIN.test(rest) };
}

/**
 * True if a sync program has certainly called a copy so. What a program numbers or names after a
 * machine, a person or a system may as well have: it counts on a desk that such a program looks after.
 */
export function isFromSync(name: string, synced: boolean): boolean {
  const [, rest = ''] = /^article(.*)\.json$/iu.exec(name) ?? [];
  return FROM_SYNC.test(rest) || (synced && FROM_SYNC_THERE.test(rest));
}

/** Whom or which machine a copy came from, by what was put behind the name of what was copied. */
export function copySource(added: string): string {
  const inner = /^ ?\((.*)\)$/u.exec(added)?.[1] ?? added.replace(/^[ ._~[-]+/u, '');
  const words = inner
    .replace(/^sync-conflict-[\d-]+-/u, '')
    .replace(TIME, '')
    .trim();
  const source = words.replace(BEFORE, '').replace(AFTER, '').replace(NUMBER, '').trim();
  return NOBODY.test(source) ? '' : source;
}

/** A damaged file that Galley itself has put aside: see `writeOver`. */
const PUT_ASIDE = /^article-damaged(?:-\d+)?\.json$/u;

/** A word for conflict with a date behind it, what Syncthing and Resilio write, and a case conflict. */
const FROM_SYNC =
  /(?:[ck]onfli[ck]?t|競合コピー|問題のあるコピー|冲突副本|衝突複本|충돌된 복사본).*\d{4}-?\d{2}-?\d{2}|^\.conflict$|^ \(case conflict(?: \(\d+\))?\)$/iu;

/** Google Drive's ` (1)`, iCloud's ` 2`, OneDrive's `-ADA-PC` and `-ADA-PC-2`; copies are copied, too. */
const FROM_SYNC_THERE = /^(?: \(\d{1,3}\)| \d{1,3}|-[A-Z\d]+-[A-Z\d-]*[A-Z][A-Z\d-]*)+$/u;

/** Anything in parentheses, a number, or a word for conflict. */
const CERTAIN = /^ ?\(.*\)$|^ \d{1,3}$|confli[ck]t/iu;

/** `2026-01-02`, `2026-01-02 101112`, `20260102-101112` and such. */
const TIME =
  /(?: on)?[ _-]?\d{4}-?\d{2}-?\d{2}(?:[ T_-]?\d{2}[.:-]?\d{2}(?:[.:-]?\d{2})?)?(?: ?\(\d+\))?$/u;

/** Words for a copy that stand before a name. */
const BEFORE =
  /^(?:(?:case )?conflict(?:ed copy)?(?:[ -](?:from|by|of))?|SFConflict|In Konflikt stehende Kopie von|Konfliktkopie von|copie en conflit de|copia (?:en conflicto|conflictiva) de|copia in conflitto di|cópia em conflito de|conflicterende kopie van|kopia powodująca konflikty użytkownika)(?: |$)/iu;
/** Words for a copy that stand after a name, which may be in the genitive. */
const AFTER =
  /(?:['’]s?|:s|s)? ?(?:(?:case )?conflict(?:ed copy)?|in Konflikt stehende Kopie|konfliktkopi[ae]?|(?:の|上の)(?:競合コピー|問題のあるコピー)|的(?:冲突副本|衝突複本)|의 충돌된 복사본)$/iu;

/** Of a copy that met another of its name. */
const NUMBER = /(?:-| ?\()\d{1,3}\)?$/u;
const NOBODY =
  /^\d*$|conflict|^(?:another |\d+\w\w )?(?:copy|copie|copia|cópia|kopie|kopia|kopi)(?: \d+)?$/iu;
