import {
  COMMAND_PRIORITY_CRITICAL,
  KEY_DOWN_COMMAND,
  KEY_ESCAPE_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
} from 'react';
import { isMac } from '../../app/commands.ts';
import { announce } from '../../ui/announce.ts';
import { Button } from '../../ui/Button.tsx';
import { Floating } from './Floating.tsx';
import { scrollerOf } from './use-drag.ts';

/** The keys that accept an offer, as this system writes them; Escape declines it. */
export const ACCEPT_KEYS = isMac ? '⌘↵' : 'Ctrl+Enter';

/** What is left free between the line with the caret and an offer below it, in pixels. */
const GAP = 12;

interface OfferProps {
  editor: LexicalEditor;
  /** The accessible name. */
  label: string;
  /** What is said when it appears, with the keys that answer it. */
  announcement: string;
  accept: string;
  decline: string;
  /** The line that it is about, which it stands below, or the foot of the text in sight. */
  at: (() => DOMRect | undefined) | 'foot';
  onAccept(): void;
  onDecline(): void;
  /** The question. */
  children: ReactNode;
}

/**
 * Something that can be done with what was just written or pasted. It takes no focus and no key
 * that one types with; answered, it leaves the focus in the text.
 */
export function Offer(props: OfferProps) {
  const { editor, label, announcement, accept, decline, at, children } = props;

  const onAccept = useEffectEvent(props.onAccept);
  const onDecline = useEffectEvent(props.onDecline);

  useEffect(() => announce(announcement), [announcement]);

  // As soon as it is seen its keys are heard.
  useLayoutEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          KEY_DOWN_COMMAND,
          (event) => {
            const main = isMac ? event.metaKey : event.ctrlKey;
            if (event.key !== 'Enter' || !main || event.altKey) return false;
            event.preventDefault();
            onAccept();
            return true;
          },
          COMMAND_PRIORITY_CRITICAL,
        ),
        editor.registerCommand(
          KEY_ESCAPE_COMMAND,
          () => {
            onDecline();
            return true;
          },
          COMMAND_PRIORITY_CRITICAL,
        ),
      ),
    [editor],
  );

  const foot = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (foot.current !== null) clearCaret(editor.getRootElement(), foot.current);
  }, [editor]);

  const answer = (act: () => void) => {
    act();
    editor.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    answer(props.onDecline);
  };

  const box = (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape in its buttons
    <div role="group" aria-label={label} onKeyDown={onKeyDown}>
      <span>{children}</span>
      <Button look="quiet" onClick={() => answer(props.onAccept)}>
        {accept} <kbd>{ACCEPT_KEYS}</kbd>
      </Button>
      <Button look="quiet" onClick={() => answer(props.onDecline)}>
        {decline} <kbd>Esc</kbd>
      </Button>
    </div>
  );
  if (at === 'foot') {
    return (
      <div className="ground">
        <div ref={foot} className="offer">
          {box}
        </div>
      </div>
    );
  }
  return (
    <Floating editor={editor} anchor={at} place="below-start" className="offer">
      {box}
    </Floating>
  );
}

/** Scrolls the line with the caret clear of what stands over the text at its foot. */
function clearCaret(root: HTMLElement | null, over: HTMLElement): void {
  const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined;
  const [line] = range?.getClientRects() ?? [];
  if (line === undefined) return;
  const hidden = line.bottom + GAP - over.getBoundingClientRect().top;
  if (hidden > 0) scrollerOf(root).scrollTop += hidden;
}
