import morphdom from 'morphdom';
import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import { html } from '../../article/formats/html.ts';
import { outgoing } from '../../article/formats/outgoing.ts';
import type { FindPicture } from '../../article/html/page-setting.ts';
import type { House } from '../../article/house.ts';
import stylesheet from '../../assets/article.css?raw';
import type { Warning } from '../../article/publish.ts';
import type { ArticleSummary } from '../../electron/contract/calls.ts';

/**
 * The page as an export makes it. What this Galley does not know is left out, with a warning, so
 * that there is something to see; an export stops there and asks.
 */
export function previewPage(
  article: Article,
  house: House,
  stories: readonly ArticleSummary[],
  media: FindPicture,
): { text: string; warnings: Warning[] } {
  const resolve = (id: string) => stories.find((story) => story.id === id);
  const render = (dropUnknown: boolean) => {
    const story = outgoing(article, { resolve, dropUnknown });
    return { text: story.as(html, { stylesheet, house, media }), warnings: story.warnings };
  };
  try {
    return render(false);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return render(true);
  }
}

/**
 * Makes the document of a frame equal to a page by changing only what differs, so that it keeps
 * its place.
 */
export function patchDocument(frame: HTMLIFrameElement, page: string): void {
  const window = frame.contentWindow as (Window & typeof globalThis) | null;
  if (window === null) return;
  // The frame's own parser: ours is under the app's policy, which has no styles inside pages.
  const wanted = new window.DOMParser().parseFromString(page, 'text/html');
  morphdom(window.document.documentElement, wanted.documentElement);
}
