import { ExternalLink, Pencil, Unlink } from 'lucide-react';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  KEY_ESCAPE_COMMAND,
  type LexicalEditor,
  type NodeKey,
  mergeRegister,
} from 'lexical';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { deepEqual } from '../../../article/deep-equal.ts';
import { isMac, runCommand } from '../../commands.ts';
import { t } from '../../locale/locale.ts';
import { IconButton } from '../../ui/Button.tsx';
import { type LinkTarget, $linkTarget } from '../links.ts';
import { shownAddress } from './address.ts';
import { $unlinkSelection } from './link-text.ts';
import { openLink, registerLinkClicks } from './open-link.ts';
import { $linkAt } from './selection-state.ts';
import { storyOf } from './stories.ts';

interface LinkSeen {
  key: NodeKey;
  target: LinkTarget;
}

/** Lines so near to the link, in pixels, are not covered by what is said of it. */
const NEAR = 48;

/**
 * While the caret is in a link, a small card says where the link leads: at the foot of the text in
 * sight, or at its head while the link itself is at the foot. So no line beside the link is hidden.
 */
export function LinkCard({ editor }: { editor: LexicalEditor }) {
  const [link, dismiss] = useLinkAtCaret(editor);
  const where = useShownTarget(link?.target);
  const card = useRef<HTMLDivElement>(null);

  useEffect(() => registerLinkClicks(editor), [editor]);

  useLayoutEffect(() => {
    const ground = card.current?.parentElement;
    const element = link === undefined ? null : editor.getElementByKey(link.key);
    if (!ground || !card.current || element === null) return;
    delete ground.dataset['at'];
    const { top, bottom } = card.current.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    if (top < box.bottom + NEAR && box.top - NEAR < bottom) ground.dataset['at'] = 'head';
  });

  if (link === undefined) return null;
  return (
    <div className="ground">
      <div ref={card} className="link-card" role="group" aria-label={t('link.card')}>
        <span className="link-address" title={where}>
          {where}
        </span>
        <IconButton
          label={t('link.open')}
          keys={t('link.openBy', { key: isMac ? '⌘' : 'Ctrl' })}
          icon={<ExternalLink size={14} />}
          onClick={() => openLink(link.target)}
        />
        <IconButton
          label={t('link.edit')}
          icon={<Pencil size={14} />}
          onClick={() => runCommand('format.link')}
        />
        <IconButton
          label={t('link.remove')}
          icon={<Unlink size={14} />}
          onClick={() => {
            editor.update($unlinkSelection);
            dismiss();
            editor.focus();
          }}
        />
      </div>
    </div>
  );
}

function useLinkAtCaret(editor: LexicalEditor) {
  const [link, setLink] = useState<LinkSeen>();
  const [dismissed, setDismissed] = useState<NodeKey>();

  useEffect(
    () =>
      mergeRegister(
        editor.registerUpdateListener(({ editorState }) => {
          const now = editorState.read($linkSeen, { editor });
          setLink((old) => (deepEqual(old, now) ? old : now));
          setDismissed((key) => (now?.key === key ? key : undefined));
        }),
        editor.registerCommand(
          KEY_ESCAPE_COMMAND,
          () => {
            const now = editor.getEditorState().read($linkSeen, { editor });
            setDismissed(now?.key);
            return now !== undefined;
          },
          COMMAND_PRIORITY_LOW,
        ),
      ),
    [editor],
  );

  const shown = link?.key === dismissed ? undefined : link;
  return [shown, () => setLink(undefined)] as const;
}

function $linkSeen(): LinkSeen | undefined {
  const selection = $getSelection();
  const link = $isRangeSelection(selection) ? $linkAt(selection) : null;
  return link === null ? undefined : { key: link.getKey(), target: $linkTarget(link) };
}

function useShownTarget(target: LinkTarget | undefined): string {
  const [headline, setHeadline] = useState('');
  const id = target !== undefined && 'article' in target ? target.article : undefined;

  useEffect(() => {
    if (id === undefined) return;
    let late = false;
    const name = async () => {
      try {
        const story = await storyOf(id);
        return story === undefined ? t('link.storyGone') : story.label;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    };
    void name().then((text) => (late ? undefined : setHeadline(text)));
    return () => {
      late = true;
    };
  }, [id]);

  if (target === undefined) return '';
  return 'href' in target ? shownAddress(target.href) : headline;
}
