import { HISTORIC_TAG, type LexicalEditor, PASTE_TAG } from 'lexical';
import { useCallback, useEffect, useRef, useState } from 'react';
import { t } from '../../../locale/locale.ts';
import { announce } from '../../../ui/announce.ts';
import { LOAD_TAG } from '../../content/changes.ts';
import { withoutSeparator } from '../../../../article/dateline/separators.ts';
import {
  $acceptDateline,
  $datelineInText,
  $isAtDateline,
  type FoundDateline,
  isFinished,
} from './found-dateline.ts';
import { ACCEPT_KEYS, Offer } from '../../tools/Offer.tsx';

interface DatelineOfferProps {
  editor: LexicalEditor;
  /** The dateline style of the house. */
  style: string;
  /** While another offer is being made, or may be. */
  waits: boolean;
  /** The text is part of what another offer is about: this one will not come after it. */
  answered: boolean;
}

/**
 * Offers to make a dateline of text that reads like one, at the head of the first paragraph. It
 * goes while the caret is far behind the dateline and comes back with it; refused once, it does not
 * come back for that text.
 */
export function DatelineOffer({ editor, style, waits, answered }: DatelineOfferProps) {
  const [found, decline] = useFoundDateline(editor, style);

  useEffect(() => {
    if (answered) decline();
  }, [answered, decline]);

  if (found === undefined || waits) return null;

  const name = withoutSeparator(found.dateline.printed);
  return (
    <Offer
      editor={editor}
      label={t('offer.label')}
      announcement={t('offer.announce', { name, keys: ACCEPT_KEYS })}
      accept={t('offer.accept')}
      decline={t('offer.decline')}
      at={() => editor.getElementByKey(found.key)?.getBoundingClientRect()}
      onAccept={() => {
        // Undone, it is text again because the person wants it so.
        decline();
        editor.update(() => $acceptDateline(found));
        editor.focus();
        announce(t('offer.accepted'));
      }}
      onDecline={decline}
    >
      {t('offer.question', { name })}
    </Offer>
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
