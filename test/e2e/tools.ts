import type { Bridge } from '../../electron/contract/bridge.ts';
import type { ArticleSummary, CitySuggestion } from '../../electron/contract/calls.ts';
import { expect, test as base } from './editor.ts';

/** What the services of the page know: a few cities, and the stories of a small desk. */
const CITIES: CitySuggestion[] = [
  { name: 'Oslo', country: 'Norway', zone: 'Europe/Oslo' },
  { name: 'Osaka', country: 'Japan', zone: 'Asia/Tokyo' },
  { name: 'Chicago', region: 'Illinois', country: 'United States', zone: 'America/Chicago' },
];

const STORIES: ArticleSummary[] = [
  { id: 'bridge', headline: 'Harbour bridge to close', slugline: 'harbour-bridge' },
  { id: 'tram', headline: 'Council votes on the tram line', slugline: 'tram-vote' },
].map((story) => ({
  ...story,
  section: 'City',
  byline: '',
  status: 'draft',
  language: 'en',
  canonicalUrl: '',
  words: 300,
  modified: '2026-01-01T00:00:00Z',
}));

/** The test of the editor with the tools around the text, on a host that answers from memory. */
export const test = base.extend({
  page: async ({ page }, use) => {
    await page.addInitScript(
      ([cities, stories]) => {
        const find = (name: string, args: { query?: string; search?: string }) => {
          if (name === 'places.suggest') {
            const start = (args.query ?? '').toLowerCase();
            return cities.filter((city) => city.name.toLowerCase().startsWith(start));
          }
          if (name !== 'articles.list') throw new Error(`no answer for ${name}`);
          const words = (args.search ?? '').toLowerCase();
          return stories.filter(({ headline }) => headline.toLowerCase().includes(words));
        };
        const galley: Bridge = {
          call: (name, args) => Promise.resolve({ ok: true, value: find(name, args as object) }),
          on: () => () => undefined,
          flushed: () => undefined,
        };
        Object.assign(window, { galley });
      },
      [CITIES, STORIES] as const,
    );
    await use(page);
  },
  editor: async ({ editor }, use) => {
    await editor.page.goto(`${new URL(editor.page.url()).origin}/?tools`);
    await editor.page.getByRole('toolbar', { name: 'Formatting' }).waitFor();
    await use(editor);
  },
});

export { expect };
