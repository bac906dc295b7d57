import { AppError } from '../../../article/app-error.ts';
import { formats } from '../../../article/formats/formats.ts';
import { outgoing } from '../../../article/formats/outgoing.ts';
import type { App } from '../app.ts';
import { t } from '../../locale/locale.ts';
import type { ArticleSession } from './article-session.ts';

/**
 * Writes the words to the file, since what goes out is made from it. Throws an AppError `unsaved`
 * where that fails.
 */
export async function ensureWritten(session: ArticleSession): Promise<void> {
  await session.flush();
  const { save } = session.snapshot();
  if (save.kind === 'failed') {
    throw new AppError('unsaved', t('export.unsaved', { reason: save.reason }));
  }
}

/**
 * Puts the story on the clipboard: as `html`, which rich text editors paste with its formatting and
 * source editors as markup, or as `text`.
 */
export async function copyArticle(
  { client, notices }: App,
  session: ArticleSession,
  as: 'html' | 'text',
): Promise<void> {
  const written = ensureWritten(session);
  const render = async (format: 'fragment' | 'text', type: string) => {
    await written;
    const { text } = await client.call('export.render', { id: session.id, format });
    return new Blob([text], { type });
  };
  // Browsers want to hear of it while the person's click still counts; the texts may follow.
  await navigator.clipboard.write([
    new ClipboardItem({
      ...(as === 'html' && { 'text/html': render('fragment', 'text/html') }),
      'text/plain': render(as === 'html' ? 'fragment' : 'text', 'text/plain'),
    }),
  ]);
  notices.tell(t(`copied.${as}`));
}

/** Puts the words of this window on the clipboard, as HTML and as text, without asking the services. */
export async function copyWords({ desk, notices }: App, session: ArticleSession): Promise<void> {
  const { article } = session.snapshot();
  const house = desk.snapshot().view?.house;
  const story = outgoing(article, { dropUnknown: true });
  const render = (format: 'fragment' | 'text', type: string) =>
    new Blob([story.as(formats[format], house && { house })], { type });
  const item = new ClipboardItem({
    'text/html': render('fragment', 'text/html'),
    'text/plain': render('text', 'text/plain'),
  });
  await navigator.clipboard.write([item]).catch((cause: unknown) => {
    throw new AppError('clipboard', t('copied.refused'), { cause });
  });
  notices.tell(t('copied.words'));
}

/** Prints the published page of the story: through the system, or through the browser. */
export async function printArticle(
  { abilities, client }: App,
  session: ArticleSession,
): Promise<void> {
  await ensureWritten(session);
  if (abilities.snapshot().host === 'electron') {
    await client.call('desktop.print', { id: session.id });
    return;
  }
  // One that was printed before stays until then: not every browser says when it is done.
  document.querySelector('.print-frame')?.remove();
  const frame = document.createElement('iframe');
  frame.className = 'print-frame';
  frame.ariaHidden = 'true';
  frame.tabIndex = -1;
  // Printing counts as a dialog that the page opens.
  frame.sandbox.add('allow-same-origin', 'allow-modals');
  frame.src = `/preview/${encodeURIComponent(session.id)}/`;
  const loaded = new Promise((resolve, reject) => {
    frame.addEventListener('load', resolve, { once: true });
    frame.addEventListener('error', reject, { once: true });
  });
  document.body.append(frame);
  await loaded;
  frame.contentWindow?.print();
}
