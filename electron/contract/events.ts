import type { Present } from './present.ts';
import type { CommandId } from './commands.ts';

/** What a host tells its windows without being asked. */
export interface Events {
  /** The window hears of events now; what happened before, it has not heard of. */
  'events-heard': Record<string, never>;
  /** Articles were added, changed, renamed or removed; the list should be read again. */
  'desk-changed': { ids: string[] };
  /** The file of an article was changed: by a window of this host (`here`) or by someone else. */
  'article-changed': { id: string; hash: string; here: boolean };
  /**
   * Words of this Galley and of another were written over each other at the same place: the file
   * keeps the other's, these are in a story of their own, or in a file on this machine.
   */
  'words-kept': { id: string; keptAs?: { id: string; headline: string }; file?: string };
  /** Many files are being read into the index; all are when `done` is `total`. */
  'desk-reading': { done: number; total: number };
  /** The desk's folder has vanished or come back. */
  'desk-reachable': { reachable: boolean; message: string };
  /** What is the matter with the folder of this machine (see `DeskView.trouble`); null when it is over. */
  'data-trouble': { message: string | null };
  /** How many stories (of the desk) or pictures (of one story) of an export are done. */
  'export-progress': { job: string; done: number; total: number };
  /** Someone in another Galley has opened or left a story, or is at another place in it. */
  'presence-changed': { people: Present[] };
  /** Someone in another Galley has taken the writing mark of a story from this one. */
  'story-taken': { id: string; by: Present };
  /**
   * A story that this Galley put in the trash is on the desk again, since someone went on writing in
   * it: `by` is their installation, if it is another and known.
   */
  'story-back': { id: string; headline: string; by?: string };
  /** A command was chosen in the native menu. */
  command: { command: CommandId };
  /** The window is about to close: write what is not written, then call nothing more. */
  flush: Record<string, never>;
  /** A file was opened from the system: show this article, and what could not be brought along. */
  'open-article': { id: string; notices: string[] };
}

export type EventName = keyof Events;
export type Event = { [N in EventName]: { name: N; data: Events[N] } }[EventName];
