import { articleToHast } from '../html/article-element.ts';
import { languageAttributes } from '../html/language.ts';
import { serializeElement } from '../html/serialize.ts';
import type { Published } from '../publish.ts';
import { type Format, type RenderOptions, settingOf } from './format.ts';

/** The `article` element alone, for a page that brings its own head and style. */
export const fragment = {
  id: 'fragment',
  kind: 'text',
  mediaType: 'text/html',
  about: 'the story alone, as HTML',
  pictures: 'apart',
  fileName: (slug) => `${slug}.fragment.html`,
  for: 'readers',
  render(published: Published, options: RenderOptions) {
    const element = articleToHast(published, settingOf(published, options));
    Object.assign(element.properties, languageAttributes(published.language));
    return `${serializeElement(element)}\n`;
  },
} satisfies Format;
