import path from 'node:path';

/** Files that the system asks us to open, kept until there is something to open them. */
export class FileQueue {
  readonly #waiting: string[] = [];
  #open: ((file: string) => Promise<void>) | undefined;

  constructor(files: readonly string[]) {
    for (const file of files) this.add(file);
  }

  /** Opens a file, or keeps it until `openWith`; a relative name is meant from `folder`. */
  add(file: string, folder = process.cwd()): void {
    const place = path.resolve(folder, file);
    if (this.#open === undefined) this.#waiting.push(place);
    else void this.#open(place);
  }

  /** Opens what has waited, and from now on everything at once. */
  openWith(open: (file: string) => Promise<void>): void {
    this.#open = open;
    for (const file of this.#waiting.splice(0)) void open(file);
  }
}
