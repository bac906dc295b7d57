import type { ImportReading } from '../../../electron/contract/calls.ts';
import type { Client } from '../host/client.ts';
import { messageOf } from '../notices.ts';
import { Store } from '../store.ts';
import { readFile, readPasted } from './read-import.ts';

/** A file, or pasted text (which has no name), on its way to the desk. */
export interface ImportEntry {
  id: number;
  name: string;
  state: ImportState;
}

export type ImportState =
  | { kind: 'reading' }
  | { kind: 'refused'; reason: string }
  | { kind: 'read'; reading: ImportReading }
  /** `notices` tell what could not be stored with it. */
  | { kind: 'stored'; reading: ImportReading; notices: readonly string[] };

interface ImportListState {
  text: string;
  /** In the order in which they will be stored. */
  entries: readonly ImportEntry[];
}

const PASTED = 0;
/** Milliseconds of rest in the typing before it is read. */
const READ_AFTER = 250;

/** What is being imported: everything is read at once, nothing is stored before `store`. */
export class ImportList extends Store<ImportListState> {
  private lastId = PASTED;
  /** Set while the pasted text has changed and is not being read yet. */
  private timer: ReturnType<typeof setTimeout> | undefined;
  private textRead: Promise<void> = Promise.resolve();

  private readonly client: Client;

  constructor(client: Client) {
    super({ text: '', entries: [] });
    this.client = client;
  }

  /** Reads files; one that is refused stays in the list with the reason. */
  addFiles(files: readonly File[]): void {
    for (const file of files) {
      this.lastId += 1;
      const id = this.lastId;
      const entry: ImportEntry = { id, name: file.name, state: { kind: 'reading' } };
      this.set({ entries: [...this.snapshot().entries, entry] });
      void this.read(id, () => readFile(this.client, file));
    }
  }

  /** Reads a text in the place of the one before, as soon as the typing rests. */
  paste(text: string): void {
    this.set({ text });
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.readText(), READ_AFTER);
  }

  /** True when everything is on the desk and there is nothing to tell of it. */
  get isDone(): boolean {
    const { entries } = this.snapshot();
    return (
      entries.length > 0 &&
      entries.every(({ state }) => state.kind === 'stored' && state.notices.length === 0)
    );
  }

  /**
   * Puts what was read on the desk, the pasted text as it stands by now; answers the ids of the new
   * stories.
   */
  async store(): Promise<string[]> {
    await this.newestReading();
    const stored: string[] = [];
    for (const { id, state } of this.snapshot().entries) {
      if (state.kind !== 'read') continue;
      const { reading } = state;
      try {
        const { article, notices } = await this.client.call('import.store', {
          article: reading.article,
          pictures: reading.pictures,
        });
        stored.push(article.id);
        this.settle(id, { kind: 'stored', reading, notices });
      } catch (error) {
        this.settle(id, { kind: 'refused', reason: messageOf(error) });
      }
    }
    return stored;
  }

  private readText(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { text, entries } = this.snapshot();
    const others = entries.filter(({ id }) => id !== PASTED);
    if (text.trim() === '') {
      this.set({ entries: others });
      return;
    }
    const before = entries.find(({ id }) => id === PASTED);
    const pasted = before ?? { id: PASTED, name: '', state: { kind: 'reading' } as const };
    this.set({ entries: [pasted, ...others] });
    this.textRead = this.read(PASTED, () => readPasted(this.client, text));
  }

  /** Resolves when the pasted text has been read, however often it is changed meanwhile. */
  private async newestReading(): Promise<void> {
    do {
      if (this.timer !== undefined) this.readText();
      // oxlint-disable-next-line no-await-in-loop
      await this.textRead;
    } while (this.timer !== undefined);
  }

  private async read(id: number, reading: () => Promise<ImportReading>): Promise<void> {
    const { text } = this.snapshot();
    let state: ImportState;
    try {
      state = { kind: 'read', reading: await reading() };
    } catch (error) {
      state = { kind: 'refused', reason: messageOf(error) };
    }
    // The person has gone on typing: a later reading answers.
    if (id !== PASTED || text === this.snapshot().text) this.settle(id, state);
  }

  private settle(id: number, state: ImportState): void {
    this.set({
      entries: this.snapshot().entries.map((entry) =>
        entry.id === id ? { ...entry, state } : entry,
      ),
    });
  }
}
