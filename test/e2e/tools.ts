import type { Bridge } from '../../electron/contract/bridge.ts';
import type { ArticleSummary } from '../../electron/contract/calls.ts';
import type { CitySuggestion } from '../../electron/contract/suggestions.ts';
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
  characters: 1800,
  modified: '2026-01-01T00:00:00Z',
}));

/** A PNG of four by three pixels. */
export const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAEElEQVR4nGPQiKqAIwacHADg6wu5IPpPsAAAAABJRU5ErkJggg==',
  'base64',
);

/** The test of the editor with the tools around the text, on a host that answers from memory. */
export const test = base.extend({
  page: async ({ page }, use) => {
    // Whoever waits for a chooser has Chromium hand it over; a key that opens it is faster than that.
    page.on('filechooser', () => undefined);
    await page.addInitScript(
      ([cities, stories]) => {
        const find = (name: string, args: { query?: string; search?: string; name?: string }) => {
          if (name === 'places.suggest') {
            const start = (args.query ?? '').toLowerCase();
            return cities.filter((city) => city.name.toLowerCase().startsWith(start));
          }
          if (name === 'media.add') {
            if ((args.name ?? '').endsWith('.svg')) return undefined;
            return {
              file: `${'0a'.repeat(8)}.png`,
              width: 4,
              height: 3,
              type: 'image/png',
              suggested: { caption: 'The quay', alt: '', credit: 'Ann', copyright: '' },
            };
          }
          if (name !== 'articles.list') throw new Error(`no answer for ${name}`);
          const words = (args.search ?? '').toLowerCase();
          return stories.filter(({ headline }) => headline.toLowerCase().includes(words));
        };
        const galley: Bridge = {
          call: (name, args) => {
            const value = find(name, args as object);
            if (value !== undefined) return Promise.resolve({ ok: true, value });
            const message = 'This is an SVG drawing. Galley takes photographs.';
            return Promise.resolve({ ok: false, code: 'picture-refused', message });
          },
          on: () => () => undefined,
          flushed: () => undefined,
        };
        Object.assign(window, { galley });
      },
      [CITIES, STORIES] as const,
    );
    await use(page);
  },
  query: '?tools',
  editor: async ({ editor }, use) => {
    await editor.page.route('**/media/story/*', (route) =>
      route.fulfill({ body: PICTURE, contentType: 'image/png' }),
    );
    await editor.page.getByRole('toolbar', { name: 'Formatting' }).waitFor();
    await use(editor);
  },
});

export { expect };
