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
import { useEffect, useState } from 'react';
import { deepEqual } from '../../../article/deep-equal.ts';
import { isMac } from '../../app/commands.ts';
import { t } from '../../locale/locale.ts';
import { IconButton } from '../../ui/Button.tsx';
import { type LinkTarget, $linkTarget } from '../links.ts';
import { Floating } from './Floating.tsx';
import { shownAddress } from './address.ts';
import { $unlinkSelection } from './link-text.ts';
import { openLink, registerLinkClicks } from './open-link.ts';
import { $linkAt } from './selection-state.ts';
import { storyOf } from './stories.ts';
import { useApp } from '../../app/use-app.ts';

interface LinkSeen {
  key: NodeKey;
  target: LinkTarget;
}

/**
 * While the caret is in a link, a small card at it says where it leads. Only its buttons take
 * clicks: the words behind its address are written in as if it were not there.
 */
export function LinkCard({ editor }: { editor: LexicalEditor }) {
  const app = useApp();
  const [link, dismiss] = useLinkAtCaret(editor);
  const where = useShownTarget(link?.target);
  useEffect(() => registerLinkClicks(app, editor), [app, editor]);

  if (link === undefined) return null;
  return (
    <Floating
      editor={editor}
      anchor={() => lineOfLink(editor, link.key)}
      place="near-start"
      className="at-link"
    >
      <div className="link-card" role="group" aria-label={t('link.card')}>
        <span className="link-address">{where}</span>
        <IconButton
          label={t('link.open')}
          keys={t('link.openBy', { key: isMac ? '⌘' : 'Ctrl' })}
          icon={<ExternalLink size={14} />}
          onClick={() => openLink(app, link.target)}
        />
        <IconButton
          label={t('link.edit')}
          icon={<Pencil size={14} />}
          onClick={() => app.commands.run('format.link')}
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
    </Floating>
  );
}

/** Where a link is on the screen; of one that is broken into lines the line with the caret. */
function lineOfLink(editor: LexicalEditor, key: NodeKey): DOMRect | undefined {
  const lines = [...(editor.getElementByKey(key)?.getClientRects() ?? [])];
  const shown = getSelection();
  const caret = shown?.focusNode == null ? undefined : shown.getRangeAt(0).getBoundingClientRect();
  const withCaret = lines.find(
    ({ top, bottom }) => caret !== undefined && caret.top < bottom && caret.bottom > top,
  );
  return withCaret ?? lines[0];
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
  const { client } = useApp();
  const [headline, setHeadline] = useState('');
  const id = target !== undefined && 'article' in target ? target.article : undefined;

  useEffect(() => {
    if (id === undefined) return;
    let late = false;
    const name = async () => {
      try {
        const story = await storyOf(client, id);
        return story === undefined ? t('link.storyGone') : story.label;
      } catch (error) {
        return error instanceof Error ? error.message : String(error);
      }
    };
    void name().then((text) => (late ? undefined : setHeadline(text)));
    return () => {
      late = true;
    };
  }, [client, id]);

  if (target === undefined) return '';
  return 'href' in target ? shownAddress(target.href) : headline;
}
