import * as fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { formats } from '../../article/formats/formats.ts';
import { html } from '../../article/formats/html.ts';
import { heading, li, list, p, sidebar } from './build.ts';
import { arbitraryArticle } from './arbitrary.ts';
import { runs } from './runs.ts';
import { richStory, story } from './story.ts';
import type { Article } from '../../article/article.ts';
import { render } from './render.ts';

const stylesheet = readFileSync(new URL('../../assets/article.css', import.meta.url), 'utf8');
const options = {
  house: { name: 'The Harbour Gazette', lineLength: 42 },
  stylesheet,
  dropUnknown: true,
};
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:standard', 'html-validate:a11y'],
  elements: ['html5'],
  rules: { 'heading-level': 'error' },
});

function findings(article: Article): string[] {
  const report = validator.validateStringSync(render(html, article, options).text);
  return report.results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${ruleId} (line ${line}): ${message}`),
  );
}

describe('a published page is valid and accessible HTML', () => {
  it('for a full story', () => {
    expect(findings(story())).toEqual([]);
  });

  it('for a story with every kind of picture, quotation, table, card and note', () => {
    expect(findings(richStory())).toEqual([]);
  });

  it('for stories of any text', () => {
    for (const article of fc.sample(arbitraryArticle(), { ...runs(30), seed: 1987 })) {
      expect(findings(article)).toEqual([]);
    }
  });

  it('whatever crosshead levels the writer used', () => {
    const body = [
      heading('Deep at once', 4),
      sidebar('Facts', [heading('Deeper', 4), p('x')], { kind: 'factbox', placement: 'inline' }),
      heading('Third', 3),
      heading('Fourth', 4),
      heading('Second', 2),
    ];
    expect(findings({ ...story(), body })).toEqual([]);
  });

  it('with two sidebars of one name, and sidebars without a name', () => {
    const body = ['Top', 'Top', 'TOP', '', ' '].map((title) =>
      sidebar(title, [list('bulleted', li('One'))], { kind: 'ranking' }),
    );
    expect(findings({ ...story(), body })).toEqual([]);
  });
});

it('every format has its own id', () => {
  expect(Object.entries(formats).filter(([id, format]) => id !== format.id)).toEqual([]);
});
