import { articleToHast } from '../html/article-element.ts';
import { languageAttributes } from '../html/language.ts';
import { serializeElement } from '../html/serialize.ts';
import { publish } from '../publish.ts';
import { type Format, settingOf } from './format.ts';

/** The `article` element alone, for a page that brings its own head and style. */
export const fragment: Format = {
  id: 'fragment',
  extension: '.html',
  render(article, options = {}) {
    const { published, warnings } = publish(article, options);
    const element = articleToHast(published, settingOf(published, options));
    Object.assign(element.properties, languageAttributes(published.language));
    return { text: `${serializeElement(element)}\n`, warnings };
  },
};
