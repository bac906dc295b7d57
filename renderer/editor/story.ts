import type { LexicalEditor } from 'lexical';

const stories = new WeakMap<LexicalEditor, string>();
const zones = new WeakMap<LexicalEditor, string>();

/** Says which story an editor shows; its pictures are in the media folder of this one. */
export function setStory(editor: LexicalEditor, id: string): void {
  stories.set(editor, id);
}

/** The story that an editor shows; undefined for one that is in no folder. */
export function storyOf(editor: LexicalEditor): string | undefined {
  return stories.get(editor);
}

/** Where the host serves a picture of the story; undefined for a story that is in no folder. */
export function pictureAddress(editor: LexicalEditor, file: string): string | undefined {
  const id = stories.get(editor);
  return id === undefined ? undefined : `/media/${encodeURIComponent(id)}/${file}`;
}

/** Says in which zone (IANA) an editor shows times. */
export function setZone(editor: LexicalEditor, zone: string): void {
  zones.set(editor, zone);
}

/** The zone in which an editor shows times. */
export function zoneOf(editor: LexicalEditor): string {
  return zones.get(editor) ?? 'UTC';
}
