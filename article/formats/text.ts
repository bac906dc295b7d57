import { blocksToHast } from '../html/lower.ts';
import { type PageSetting, pageSetting } from '../html/page-setting.ts';
import { collapseText, hasInk } from '../html/white-space.ts';
import { pageWords } from '../html/words.ts';
import { type Published, publish } from '../publish.ts';
import type { Format } from './format.ts';
import { BlockWriter } from './text-blocks.ts';

/**
 * Wire copy: the kicker above the headline, the standfirst, byline and stamp, then the story, all
 * of them separated by blank lines. `readWire` reads it back.
 */
export const text: Format = {
  id: 'text',
  extension: '.txt',
  render(article, options = {}) {
    const { published, warnings } = publish(article, options);
    const parts = [
      ...headTexts(published),
      ...bodyTexts(published, pageSetting(published.language, { zone: options.house?.zone })),
      ...correctionLines(published),
    ].filter(hasInk);
    return { text: parts.length === 0 ? '' : `${parts.join('\n\n')}\n`, warnings };
  },
};

function headTexts(published: Published): string[] {
  const { headline, kicker, standfirst, byline, stamp } = published;
  return [[kicker, headline], [standfirst], [byline, stamp?.printed ?? '']].map((lines) =>
    lines.map(collapseText).filter(hasInk).join('\n'),
  );
}

function correctionLines({ corrections, language }: Published): string[] {
  const words = pageWords(language);
  return corrections
    .filter((correction) => hasInk(correction.text))
    .map((correction) => `${words[correction.kind]}: ${collapseText(correction.text)}`);
}

function bodyTexts(published: Published, page: PageSetting): string[] {
  const writer = new BlockWriter(page);
  return blocksToHast(published.body, page).map((node) => writer.block(node));
}
