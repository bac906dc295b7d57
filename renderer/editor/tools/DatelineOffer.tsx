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
import {
  $acceptDateline,
  $datelineInText,
  $isAtDateline,
  type FoundDateline,
  isFinished,
} from './found-dateline.ts';

const ACCEPT_KEYS = isMac ? '⌘↵' : 'Ctrl+Enter';

interface DatelineOfferProps {
  editor: LexicalEditor;
  /** The dateline style of the house. */
  style: string;
}

/**
 * Offers to make a dateline of text that reads like one, at the head of the first paragraph. It
 * takes no focus and no key that one types with. It goes while the caret is far behind the dateline
 * and comes back with it; refused once, it does not come back for that text.
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
  const written = useRef(false);
  const pasted = useRef(false);

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState, dirtyElements, dirtyLeaves, tags }) => {
        if (editor.isComposing()) return;
        const changed = dirtyElements.size > 0 || dirtyLeaves.size > 0;
        const { now, near } = editorState.read(
          () => {
            const inText = $datelineInText(style);
            return { now: inText, near: inText !== undefined && $isAtDateline(inText) };
          },
          { editor },
        );
        // What is loaded or undone was not just written.
        if (tags.has(LOAD_TAG)) written.current = false;
        else if (now !== undefined && dirtyElements.has(now.key) && !tags.has(HISTORIC_TAG)) {
          written.current = true;
        }
        // A paste of many paragraphs leaves the caret in the last of them.
        if (changed) {
          pasted.current = tags.has(PASTE_TAG) && now !== undefined && dirtyElements.has(now.key);
        }
        if (now === undefined || !isFinished(now) || !(near || pasted.current)) {
          setFound(undefined);
          return;
        }
        const { printed } = now.dateline;
        if (refused.current.has(printed) || !written.current) {
          setFound(undefined);
          return;
        }
        setFound((old) => {
          const same = old?.key === now.key && old.dateline.printed === printed;
          return same && !changed ? old : now;
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
