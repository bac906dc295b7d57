import { COMMAND_PRIORITY_EDITOR, type LexicalEditor, PASTE_TAG, mergeRegister } from 'lexical';
import { useCallback, useEffect, useState } from 'react';
import type { House } from '../../../article/house.ts';
import type { WireStory } from '../../../article/import/wire-story.ts';
import { LOAD_TAG } from '../content/changes.ts';
import { PASTED_COMMAND, type Pasted } from '../content/pasted.ts';
import { pastedStory } from './pasted-story.ts';

/** What was pasted last, for as long as nothing else changes in the text; and how to forget it. */
export function usePasted(editor: LexicalEditor): [Pasted | undefined, () => void] {
  const [pasted, setPasted] = useState<Pasted>();

  useEffect(() => {
    let now: Pasted | undefined;
    return mergeRegister(
      editor.registerCommand(
        PASTED_COMMAND,
        (what) => {
          now = what;
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
      editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
        if (tags.has(PASTE_TAG) && now !== undefined) {
          setPasted(now);
          now = undefined;
        } else if (dirtyElements.size + dirtyLeaves.size > 0 || tags.has(LOAD_TAG)) {
          setPasted(undefined);
        }
      }),
    );
  }, [editor]);

  return [pasted, useCallback(() => setPasted(undefined), [])];
}

/** The wire story that was pasted, if it is one; `reading` until that is known. */
export function usePastedStory(
  pasted: Pasted | undefined,
  house: House,
): { story: WireStory | undefined; reading: boolean } {
  const [read, setRead] = useState<{ of: Pasted; story: WireStory | undefined }>();

  useEffect(() => {
    if (pasted === undefined) return;
    const now = new Date().toISOString();
    // The words are on the screen before they are read.
    const timer = setTimeout(() => setRead({ of: pasted, story: pastedStory(pasted, house, now) }));
    return () => clearTimeout(timer);
  }, [pasted, house]);

  if (pasted === undefined || read?.of === pasted) {
    return { story: pasted === undefined ? undefined : read?.story, reading: false };
  }
  return { story: undefined, reading: true };
}
