import { $getRoot, $getState, $setState, type LexicalEditor, createState } from 'lexical';
import type { Article } from '../../article/article.ts';
import { deepEqual } from '../../article/deep-equal.ts';
import type { FieldValues } from '../../article/import/wire-story.ts';
import { LOAD_TAG } from './changes.ts';

/** The fields of the story whose body is in the editor. */
export interface StoryFields {
  /** The story as it now is. */
  story(): Article;
  change(values: FieldValues): void;
}

/** Fields as they were before a step in the text, and as they are after it. */
interface FieldStep {
  before: FieldValues;
  after: FieldValues;
}

const NONE: readonly FieldStep[] = Object.freeze([]);

// Kept with the text, so that its history knows which steps are done and which undone.
const stepsState = createState('field-steps', {
  parse: (value): readonly FieldStep[] => (Array.isArray(value) ? (value as FieldStep[]) : NONE),
  isEqual: Object.is,
});

/** Changes fields of the story as part of this update: they are undone and redone with it. */
export function $changeFields(step: FieldStep): void {
  const root = $getRoot();
  $setState(root, stepsState, [...$getState(root, stepsState), step]);
}

/**
 * Lets updates of the text change fields of the story, also where they are undone or redone. A field
 * in which something else was written since is left as it is.
 */
export function registerFieldSteps(editor: LexicalEditor, fields: StoryFields): () => void {
  return editor.registerUpdateListener(({ editorState, prevEditorState, tags }) => {
    if (tags.has(LOAD_TAG)) return;
    const [old, now] = [prevEditorState, editorState].map((state) =>
      state.read(() => $getState($getRoot(), stepsState)),
    );
    if (old === undefined || now === undefined || old === now) return;
    const same = now.filter((step, at) => step === old[at]).length;
    for (const { before, after } of old.slice(same).toReversed()) {
      turn(fields, after, before);
    }
    for (const { before, after } of now.slice(same)) turn(fields, before, after);
  });
}

function turn({ story, change }: StoryFields, from: FieldValues, to: FieldValues): void {
  const article = story();
  const names = (Object.keys(to) as (keyof FieldValues)[]).filter((name) =>
    deepEqual(article[name], from[name]),
  );
  if (names.length > 0) change(Object.fromEntries(names.map((name) => [name, to[name]])));
}
