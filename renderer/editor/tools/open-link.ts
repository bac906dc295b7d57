import { $isLinkNode } from '@lexical/link';
import { $findMatchingParent, $getNearestNodeFromDOMNode, type LexicalEditor } from 'lexical';
import { isMac } from '../../app/commands.ts';
import type { App } from '../../app/app.ts';
import { t } from '../../locale/locale.ts';
import { openArticle } from '../../app/session/open-article.ts';
import { type LinkTarget, $linkTarget } from '../links.ts';

/**
 * Follows a link: a story of the desk opens in its place, a web or mail address where the person
 * looks at those. No other address is opened.
 */
export function openLink(app: App, target: LinkTarget): void {
  const { notices } = app;
  if ('article' in target) {
    notices.attempt(() => openArticle(app, target.article));
    return;
  }
  const address = URL.canParse(target.href) ? new URL(target.href) : undefined;
  if (address === undefined || !/^(?:https?|mailto):$/u.test(address.protocol)) {
    notices.tell(t('link.notOpened', { address: target.href }));
    return;
  }
  window.open(address.href, '_blank', 'noopener,noreferrer');
}

/** Follows links in the text that are clicked with Ctrl, on a Mac with Cmd. */
export function registerLinkClicks(app: App, editor: LexicalEditor): () => void {
  const onClick = (event: MouseEvent): void => {
    if (!(isMac ? event.metaKey : event.ctrlKey) || !(event.target instanceof Element)) return;
    const element = event.target.closest('a');
    if (element === null) return;
    const target = editor.read(() => {
      const node = $getNearestNodeFromDOMNode(element);
      const link = node === null ? null : $findMatchingParent(node, $isLinkNode);
      return link === null ? undefined : $linkTarget(link);
    });
    if (target === undefined) return;
    event.preventDefault();
    openLink(app, target);
  };
  return editor.registerRootListener((root, before) => {
    before?.removeEventListener('click', onClick);
    root?.addEventListener('click', onClick);
  });
}
