import type { StatementSync } from 'node:sqlite';
import type { StoryCopy } from '../contract/story-copy.ts';
import type { FileCopy } from './file-copies.ts';

/** A folder that holds a story which another folder has, too. */
export interface FolderCopy extends Omit<FileCopy, 'name'> {
  folder: string;
  /** Of the story that it is a copy of. */
  id: string;
  /** As in `IndexRow`. */
  hash: string;
  stamp: string;
}

/** Where a copy is: a folder in `articles/`, and the file in it; no name for the whole folder. */
export interface CopyPlace {
  folder: string;
  name: string;
}

/** What the index of a desk knows of copies of its stories. They are no stories of their own. */
export class CopyTable {
  private readonly statement: (sql: string) => StatementSync;

  constructor(statement: (sql: string) => StatementSync) {
    this.statement = statement;
  }

  /** The copies of all stories, by the ids of these. */
  all(): Map<string, StoryCopy[]> {
    const copies = new Map<string, StoryCopy[]>();
    for (const row of this.statement(`${SELECT} ${ORDER}`).all()) {
      const id = String(row.id);
      copies.set(id, [...(copies.get(id) ?? []), toCopy(row)]);
    }
    return copies;
  }

  /** The copies of one story. Those that lie in a copied folder come before the folder. */
  of(id: string): StoryCopy[] {
    return this.statement(`${SELECT} WHERE id = ? ${ORDER}`).all(id).map(toCopy);
  }

  /** The files in a folder that are copies of the story there. */
  files(folder: string): CopyPlace[] {
    return this.statement("SELECT name FROM copy WHERE folder = ? AND name <> '' ORDER BY name")
      .all(folder)
      .map(({ name }) => ({ folder, name: String(name) }));
  }

  /** Where a copy of a story is; undefined for a place that is none. */
  find(id: string, place: string): CopyPlace | undefined {
    return this.statement(`${SELECT} WHERE id = ?`)
      .all(id)
      .map((row) => ({ folder: String(row.folder), name: String(row.name) }))
      .find((copy) => placeOf(copy) === place);
  }

  /** Sets which files in a folder are copies of the story there; answers whether that is news. */
  putFiles(folder: string, id: string, copies: readonly FileCopy[]): boolean {
    const clear = this.statement("DELETE FROM copy WHERE folder = ? AND name <> ''");
    // As good as always, on a desk of thousands.
    if (copies.length === 0) return clear.run(folder).changes > 0;
    const before = this.statement(
      "SELECT id, name, source, modified FROM copy WHERE folder = ? AND name <> '' ORDER BY name",
    ).all(folder);
    const after = copies.map(({ name, source, modified }) => ({ id, name, source, modified }));
    if (JSON.stringify(before) === JSON.stringify(after)) return false;
    clear.run(folder);
    for (const { name, source, modified } of copies)
      this.statement(INSERT).run(folder, name, id, source, modified, '', '');
    return true;
  }

  putFolder({ folder, id, source, modified, hash, stamp }: FolderCopy): void {
    this.statement(INSERT).run(folder, '', id, source, modified, hash, stamp);
  }

  /** Forgets one copy. */
  remove({ folder, name }: CopyPlace): void {
    this.statement('DELETE FROM copy WHERE folder = ? AND name = ?').run(folder, name);
  }

  /** Forgets every copy in a folder, and that it is one. */
  forget(folder: string): void {
    this.statement('DELETE FROM copy WHERE folder = ?').run(folder);
  }

  rename(from: string, to: string): void {
    this.statement('UPDATE OR REPLACE copy SET folder = ? WHERE folder = ?').run(to, from);
  }

  /** The folders that are copies of stories in other folders. */
  folders(): string[] {
    return this.statement("SELECT folder FROM copy WHERE name = ''")
      .all()
      .map(({ folder }) => String(folder));
  }

  /** Copied folders whose story has no other folder any more. */
  withoutStory(): string[] {
    return this.statement(
      "SELECT folder FROM copy WHERE name = '' AND id NOT IN (SELECT id FROM article)",
    )
      .all()
      .map(({ folder }) => String(folder));
  }
}

const SELECT = 'SELECT folder, name, id, source, modified FROM copy';
const ORDER = "ORDER BY folder, name = '', name";
const INSERT = 'INSERT OR REPLACE INTO copy VALUES (?, ?, ?, ?, ?, ?, ?)';

function toCopy(row: Record<string, unknown>): StoryCopy {
  const [folder, name] = [String(row.folder), String(row.name)];
  return {
    place: placeOf({ folder, name }),
    source: String(row.source),
    modified: String(row.modified),
  };
}

function placeOf({ folder, name }: CopyPlace): string {
  return name === '' ? folder : `${folder}/${name}`;
}
