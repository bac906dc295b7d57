import { shortHeadline } from '../../../article/headline.ts';
import type { DeskStore } from '../desk/desk-store.ts';
import { t } from '../../locale/locale.ts';

/** A headline as notices and banners quote it. */
export function quotedHeadline(headline: string): string {
  return headline === '' ? t('untitled') : shortHeadline(headline);
}

/** That of a story of the desk. */
export function quotedHeadlineOf(desk: DeskStore, id: string): string {
  return quotedHeadline(desk.snapshot().all.find((story) => story.id === id)?.headline ?? '');
}
