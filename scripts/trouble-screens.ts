import fs from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright';
import { readArticleFile, serializeArticle } from '../article/article-file.ts';
import { p } from '../test/article/build.ts';
import { type Folders, type WebHost, freshFolders, startWebHost } from '../test/e2e/web-host.ts';

const FERRY = '2026-10-06-night-ferry';
const LONG = 'Annalena Weidenmüller-Oyelaran on the machine in the harbor office';

/** A host on a desk of its own, which a screen may damage. */
interface Trouble {
  host: WebHost;
  /** The file of the story that the screens are about. */
  file: string;
}

/** What to do on a page that shows the list of the stories, to get to one screen. */
export const troubleScreens: Record<string, (page: Page, trouble: Trouble) => Promise<void>> = {
  async 'data-trouble'(page, { host }) {
    const desks = path.join(host.dataFolder, 'desks');
    const [own = ''] = await fs.readdir(desks);
    await fs.rm(path.join(desks, own, 'versions'), { recursive: true, force: true });
    await fs.writeFile(path.join(desks, own, 'versions'), 'in the way');
    await openFerry(page);
    await page.getByText('this computer cannot keep versions').waitFor();
  },
  async damaged(page, trouble) {
    await openFerry(page);
    await putCopy(trouble);
    await fs.truncate(trouble.file, 400);
    await showDesk(page);
    await page.getByRole('button', { name: /Tide Records/u }).click();
    await showDesk(page);
    await page.getByRole('button', { name: /night-ferry/u }).click();
    await page.getByRole('button', { name: /^Restore the version/u }).waitFor();
  },
  async 'damaged-open'(page, { file }) {
    await openFerry(page);
    await fs.truncate(file, 400);
    await page.getByRole('button', { name: 'Write mine over it' }).waitFor();
  },
  async recovered(page, { file }) {
    const { article } = readArticleFile(await fs.readFile(file, 'utf8'));
    const words = { ...article, standfirst: 'Words that were in no file yet.' };
    await page.evaluate(
      async (body) => {
        const headers = { 'content-type': 'application/json' };
        await fetch('/call/articles.keep', { method: 'POST', headers, body });
      },
      JSON.stringify({ article: words }),
    );
    await openFerry(page);
    await page.getByRole('button', { name: 'Use these words' }).waitFor();
  },
  async copy(page, trouble) {
    await openFerry(page);
    await putCopy(trouble);
    await page.getByRole('button', { name: 'Look at it' }).waitFor();
  },
  async 'copy-merge'(page, trouble) {
    await troubleScreens['copy']?.(page, trouble);
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByRole('dialog').getByRole('row').nth(2).waitFor();
  },
  presence: (page, trouble) => besideOthers(page, trouble),
  'take-over': (page, trouble) =>
    besideOthers(page, trouble, async () => {
      await page.getByRole('button', { name: 'Take over' }).click();
      await page.getByRole('dialog').waitFor();
    }),
  async stopped(page) {
    await openFerry(page);
    await page.context().grantPermissions(['clipboard-write']);
    await page.context().setOffline(true);
    await page.getByRole('textbox', { name: 'Headline' }).fill('The Last Night Ferry Sails Again');
    await page.getByRole('button', { name: 'Copy these words' }).click();
  },
};

/** Starts a host with the sample stories; `end` takes all away again. */
export async function startTrouble(): Promise<Trouble & { end(): Promise<void> }> {
  const folders = await freshFolders();
  const host = await startWebHost(folders);
  return {
    host,
    file: path.join(folders.deskFolder, 'articles', FERRY, 'article.json'),
    async end() {
      await host.stop();
      await folders.remove();
    },
  };
}

/** Opens the sample story with a picture and a table. */
export async function openFerry(page: Page): Promise<void> {
  await showDesk(page);
  await page.getByRole('button', { name: /Night Ferry/u }).click();
  await page.getByRole('table').waitFor();
}

/** Where there is little room, the list has to be called. */
async function showDesk(page: Page): Promise<void> {
  await page.getByRole('main').waitFor();
  const toggle = page.locator('.desk-toggle');
  if (await toggle.isVisible()) await toggle.click();
}

async function putCopy({ file }: Trouble): Promise<void> {
  const { article } = readArticleFile(await fs.readFile(file, 'utf8'));
  const copy = {
    ...article,
    modified: '2026-10-05T10:00:00.000Z',
    standfirst: 'Other words, written on the train.',
    body: [...article.body, p('A paragraph that only the copy has. '.repeat(6))],
  };
  const name = `article (${LONG}'s conflicted copy 2026-10-05).json`;
  await fs.writeFile(path.join(path.dirname(file), name), serializeArticle(copy));
}

/** Two others have the story open: one of them, with a long name, writes at the headline. */
async function besideOthers(
  page: Page,
  { host }: Trouble,
  then: () => Promise<void> = async () => {},
): Promise<void> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page has no browser');
  const others = [await join(host, LONG), await join(host, 'Ben')];
  const places = ['.headline [role="textbox"]', '.article-text > p:nth-of-type(2)'];
  try {
    for (const [at, other] of others.entries()) {
      const context = await browser.newContext();
      const theirs = await context.newPage();
      await theirs.goto(other.url);
      await openFerry(theirs);
      await theirs.locator(places[at] ?? '').click();
    }
    await openFerry(page);
    await page.locator('.presence-mark').nth(1).waitFor();
    await then();
    await page.waitForTimeout(300);
  } finally {
    page.once('close', () => void Promise.all(others.map((other) => other.stop())));
  }
}

async function join(folders: Folders, name: string): Promise<WebHost> {
  const dataFolder = `${folders.dataFolder}-${name.slice(0, 3)}`;
  await fs.mkdir(dataFolder, { recursive: true });
  await fs.writeFile(path.join(dataFolder, 'settings.json'), JSON.stringify({ person: { name } }));
  return startWebHost({ deskFolder: folders.deskFolder, dataFolder });
}
