import fs from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright/test';
import type { Article } from '../../article/article.ts';
import { readArticleFile } from '../../article/article-file.ts';
import { expect } from './app.ts';

/** The window of Galley, by the names that a person hears. */
export class GalleyWindow {
  readonly page: Page;
  readonly desk: Locator;
  readonly article: Locator;
  readonly details: Locator;
  readonly preview: Locator;
  readonly headline: Locator;
  readonly body: Locator;
  readonly saveState: Locator;
  /** What is said in passing, the latest last. */
  readonly news: Locator;

  constructor(page: Page) {
    this.page = page;
    const region = (name: string) => page.getByRole('region', { name, exact: true });
    this.desk = region('Desk');
    this.article = region('Story');
    this.details = region('Details');
    this.preview = region('Preview');
    this.headline = page.getByRole('textbox', { name: 'Headline' });
    this.body = page.getByRole('textbox', { name: 'Story body' });
    this.saveState = page.getByRole('status');
    this.news = region('Announcements').locator('.notice > p');
  }

  /** The lines of the list, the newest first. */
  get stories(): Locator {
    return this.desk.getByRole('list', { name: 'Stories' }).getByRole('button');
  }

  field(name: string): Locator {
    return this.page.getByRole('textbox', { name, exact: true });
  }

  async open(headline: string | RegExp): Promise<void> {
    await this.stories.filter({ hasText: headline }).click();
    await expect(this.headline).toHaveText(headline);
    await this.saved();
  }

  async begin(): Promise<void> {
    await this.page.getByRole('button', { name: 'New story' }).click();
    await expect(this.headline).toBeFocused();
  }

  /** Begins a story with this headline; answers its file, in the folder that has its name. */
  async beginCalled(headline: string, deskFolder: string): Promise<string> {
    await this.begin();
    await this.page.keyboard.type(headline);
    await this.headline.blur();
    await this.saved();
    let folder = '';
    await expect(async () => {
      folder = (await articleIn(deskFolder, headline)).folder;
      expect(folder).toContain(headline.toLowerCase());
    }).toPass({ timeout: 10_000 });
    return path.join(folder, 'article.json');
  }

  /** Waits until the words are in the file. */
  async saved(): Promise<void> {
    await expect(this.saveState).toHaveText('Saved');
  }
}

/** Every article of a desk, read from its files, with the folder that each is in. */
export async function articlesIn(
  deskFolder: string,
): Promise<{ folder: string; article: Article }[]> {
  const articles = path.join(deskFolder, 'articles');
  const found: { folder: string; article: Article }[] = [];
  for (const name of (await fs.readdir(articles)).toSorted()) {
    const folder = path.join(articles, name);
    const text = await fs.readFile(path.join(folder, 'article.json'), 'utf8');
    found.push({ folder, article: readArticleFile(text).article });
  }
  return found;
}

/** The article with this headline, read from its file. */
export async function articleIn(deskFolder: string, headline: string) {
  const all = await articlesIn(deskFolder);
  const found = all.find(({ article }) => article.headline === headline);
  if (found === undefined) {
    const there = all.map(({ article }) => article.headline).join(' | ');
    throw new Error(`no article is called “${headline}”; there are ${there}`);
  }
  return found;
}
