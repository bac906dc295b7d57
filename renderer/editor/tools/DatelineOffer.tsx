import {
  COMMAND_PRIORITY_CRITICAL,
  HISTORIC_TAG,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  type LexicalEditor,
  PASTE_TAG,
  mergeRegister,
} from 'lexical';
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';
import { isMac } from '../../commands.ts';
import { t } from '../../locale/locale.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { LOAD_TAG } from '../changes.ts';
import { withoutSeparator } from '../nodes/LeadNode.ts';
import { Floating } from './Floating.tsx';
import { $acceptDateline, $findDateline, type FoundDateline, isFresh } from './found-dateline.ts';

const ACCEPT_KEYS = isMac ? '⌘↵' : 'Ctrl+Enter';

interface DatelineOfferProps {
  editor: LexicalEditor;
  /** The dateline style of the house. */
  style: string;
}

/**
 * Offers to make a dateline of text that reads like one, at the head of the first paragraph. It
 * takes no focus and no key that one types with; refused once, it does not come back for that text.
 */
export function DatelineOffer({ editor, style }: DatelineOfferProps) {
  const [found, decline] = useFoundDateline(editor, style);
  const name = found === undefined ? undefined : withoutSeparator(found.dateline.printed);

  const accept = useCallback(() => {
    if (found === undefined) return;
    // Undone, it is text again because the person wants it so.
    decline();
    editor.update(() => $acceptDateline(found));
    editor.focus();
    announce(t('offer.accepted'));
  }, [editor, found, decline]);

  useEffect(() => {
    if (name !== undefined) announce(t('offer.announce', { name, keys: ACCEPT_KEYS }));
  }, [name]);

  useEffect(() => {
    if (found === undefined) return;
    return mergeRegister(
      editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (event.key !== 'Enter' || !(isMac ? event.metaKey : event.ctrlKey)) return false;
          event.preventDefault();
          accept();
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerCommand(
        KEY_ESCAPE_COMMAND,
        () => {
          decline();
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
    );
  }, [editor, found, accept, decline]);

  if (found === undefined || name === undefined) return null;

  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    decline();
    editor.focus();
  };

  return (
    <Floating
      editor={editor}
      anchor={() => editor.getElementByKey(found.key)?.getBoundingClientRect()}
      place="below-start"
      className="offer"
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape in its buttons */}
      <div role="group" aria-label={t('offer.label')} onKeyDown={leave}>
        <span>{t('offer.question', { name })}</span>
        <Button look="quiet" onClick={accept}>
          {t('offer.accept')} <kbd>{ACCEPT_KEYS}</kbd>
        </Button>
        <Button
          look="quiet"
          onClick={() => {
            decline();
            editor.focus();
          }}
        >
          {t('offer.decline')} <kbd>Esc</kbd>
        </Button>
      </div>
    </Floating>
  );
}

function useFoundDateline(editor: LexicalEditor, style: string) {
  const [found, setFound] = useState<FoundDateline>();
  const refused = useRef(new Set<string>());
  const pasted = useRef(false);

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
        if (editor.isComposing()) return;
        const changed = dirtyElements.size > 0 || dirtyLeaves.size > 0;
        if (tags.has(PASTE_TAG)) pasted.current = true;
        else if (changed) pasted.current = false;
        const now = editorState.read(() => $findDateline(style), { editor });
        // What is loaded or undone was not just written.
        const silent = !changed || tags.has(HISTORIC_TAG) || tags.has(LOAD_TAG);
        setFound((old) => {
          if (now === undefined || refused.current.has(now.dateline.printed)) return undefined;
          if (!isFresh(now, pasted.current)) return undefined;
          if (old?.key === now.key && old.dateline.printed === now.dateline.printed) {
            return changed ? now : old;
          }
          return silent ? undefined : now;
        });
      }),
    [editor, style],
  );

  const printed = found?.dateline.printed;
  const decline = useCallback(() => {
    if (printed !== undefined) refused.current.add(printed);
    setFound(undefined);
  }, [printed]);

  return [found, decline] as const;
}
