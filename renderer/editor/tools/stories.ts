import type { ArticleSummary } from '../../../electron/contract/calls.ts';
import type { Client } from '../../app/host/client.ts';
import { t } from '../../locale/locale.ts';
import type { Suggestion } from '../../ui/OptionList.tsx';

/** A story of the desk that a link may lead to. */
export interface StorySuggestion extends Suggestion {
  /** Where the story is published; empty while it has no address. */
  address: string;
}

const MOST = 8;

/** The stories of the desk whose texts hold these words; the newest for no words. */
export async function findStories(client: Client, search: string): Promise<StorySuggestion[]> {
  const found = await client.call(
    'articles.list',
    search.trim() === '' ? {} : { search, typing: true },
  );
  return found
    .filter(({ fault }) => fault === undefined)
    .slice(0, MOST)
    .map(storySuggestion);
}

/** The story of this id, or undefined if it is no longer on the desk. */
export async function storyOf(client: Client, id: string): Promise<StorySuggestion | undefined> {
  const found = (await client.call('articles.list', {})).find((story) => story.id === id);
  return found === undefined ? undefined : storySuggestion(found);
}

function storySuggestion({
  id,
  headline,
  slugline,
  canonicalUrl,
}: ArticleSummary): StorySuggestion {
  const label = headline || slugline || t('link.untitled');
  const story = { id, label, address: canonicalUrl };
  return slugline === '' || slugline === label ? story : { ...story, detail: slugline };
}
