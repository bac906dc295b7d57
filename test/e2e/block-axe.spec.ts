import axe from 'axe-core';
import { embed, gallery, image, p, picture, pullquote, quote, table } from '../../article/build.ts';
import { correction } from '../../article/build.ts';
import { expect, test } from './tools.ts';

declare global {
  interface Window {
    axe: typeof axe;
  }
}

const FILE = `${'0a'.repeat(8)}.png`;

for (const theme of ['light', 'dark', 'contrast']) {
  test(`everyone can use the blocks of a story, ${theme}`, async ({ editor }, info) => {
    const { page } = editor;
    await page.evaluate((to) => (document.documentElement.dataset['theme'] = to), theme);
    await page.evaluate(axe.source);
    const rows = [
      ['Town', 'Water'],
      ['Oslo', '12 m'],
    ];
    await editor.load([
      p('The tide came in at noon.'),
      quote([p('We stay.'), p('All of us.')], 'The harbour master'),
      pullquote('The sea does not ask', ''),
      image({
        file: FILE,
        width: 4,
        height: 3,
        caption: 'The quay',
        from: { caption: 'The quay' },
      }),
      image({ source: 'https://example.com/a.jpg', alt: 'Boats', credit: 'Ann' }),
      embed('https://youtube.com/watch?v=1', { provider: 'YouTube', title: 'Tide at noon' }),
      table(rows, { header: true, caption: 'Water at noon' }),
      gallery([picture({ file: FILE, caption: 'One' }), picture({ alt: 'Two' })], 'Both'),
      correction('The tide was at noon.', { kind: 'correction' }),
    ]);
    const found = await page.evaluate(async () => {
      const { violations } = await window.axe.run(
        { exclude: 'main > button' },
        { rules: { 'page-has-heading-one': { enabled: false } } },
      );
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`);
    });
    await page.screenshot({ path: info.outputPath(`blocks-${theme}.png`), fullPage: true });
    expect(found).toEqual([]);
  });
}
