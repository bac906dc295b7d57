import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readArticleFile, serializeArticle } from '../../article/article-file.ts';
import { formatDateline } from '../../article/dateline/format.ts';
import { isContentOf } from '../../electron/services/media-name.ts';
import { root } from '../../scripts/checkout.js';

const folder = path.join(root, 'assets/sample-desk/articles');
const names = await fs.readdir(folder);
const stories = await Promise.all(
  names.map(async (name) => {
    const text = await fs.readFile(path.join(folder, name, 'article.json'), 'utf8');
    return { name, text, ...readArticleFile(text) };
  }),
);

describe('the sample desk', () => {
  test('has three stories, one of them Japanese, each with an id of its own', () => {
    expect(stories.map(({ article }) => article.language).sort()).toEqual(['en', 'en', 'ja']);
    expect(new Set(stories.map(({ article }) => article.id)).size).toBe(3);
  });

  test.each(stories)('$name is a canonical article file', ({ article, notices, text }) => {
    expect(notices).toEqual([]);
    expect(serializeArticle(article)).toBe(text);
  });

  test('prints its datelines as the house does', () => {
    const datelines = stories.flatMap(({ article }) =>
      article.body.filter((block) => block.type === 'dateline'),
    );
    expect(datelines.length).toBe(2);
    for (const line of datelines) expect(line.printed).toBe(formatDateline(line, line.style));
  });

  test('has a story of the shape of a wire page: dateline, seven paragraphs, links and a ranking', () => {
    const page = stories.find(({ article }) => article.status === 'published')!.article;
    expect(page.stamp).toMatchObject({ zone: 'Asia/Tokyo', instant: '2026-10-07T14:20:00+09:00' });
    expect(page.body.map(({ type }) => type)).toEqual([
      'dateline',
      ...Array.from({ length: 7 }, () => 'paragraph'),
      'sidebar',
      'sidebar',
    ]);
    const boxes = page.body.filter((block) => block.type === 'sidebar');
    expect(boxes.map(({ kind, placement }) => [kind, placement])).toEqual([
      ['links', 'rail'],
      ['ranking', 'rail'],
    ]);
    for (const box of boxes) expect(box.body).toMatchObject([{ items: { length: 5 } }]);
  });

  test('keeps beside each story the pictures that it names, under names of their content', async () => {
    for (const { name, article } of stories) {
      const named = article.body.flatMap((block) => (block.type === 'image' ? block.file : []));
      const media = path.join(folder, name, 'media');
      // oxlint-disable-next-line no-await-in-loop
      const files = named.length === 0 ? [] : await fs.readdir(media);
      expect(files).toEqual(named);
      for (const file of files) {
        // oxlint-disable-next-line no-await-in-loop
        expect(isContentOf(file, await fs.readFile(path.join(media, file)))).toBe(true);
      }
    }
    expect(stories.some(({ article }) => article.body.some(({ type }) => type === 'image'))).toBe(
      true,
    );
  });

  test('links its stories only to stories that are there', () => {
    const ids = stories.map(({ article }) => article.id);
    const linked = stories.flatMap(({ text }) =>
      [...text.matchAll(/"article": "([^"]+)"/gu)].map(([, id]) => id),
    );
    expect(linked.length).toBeGreaterThan(1);
    for (const id of linked) expect(ids).toContain(id);
  });
});
