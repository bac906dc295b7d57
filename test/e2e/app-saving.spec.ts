import fs from 'node:fs/promises';
import path from 'node:path';
import { serializeArticle } from '../../article/article-file.ts';
import { expect, test } from './app.ts';
import { axeFaults } from './axe.ts';
import { GalleyWindow, articleIn } from './window.ts';

test('words are in the file within a second, also while someone goes on typing', async ({
  page,
  host,
}) => {
  const galley = new GalleyWindow(page);
  const file = await galley.beginCalled('Steady', host.deskFolder);
  await galley.field('Standfirst').focus();
  const start = Date.now();
  for (let letters = 1; Date.now() - start < 4000; letters += 1) {
    await page.keyboard.type('a');
    await expect(galley.saveState).toHaveText(/Saving…|Saved/);
    const { standfirst } = JSON.parse(await fs.readFile(file, 'utf8')) as { standfirst: string };
    if (Date.now() - start > 1500)
      expect(standfirst.length, 'letters in the file').toBeGreaterThan(0);
    await page.waitForTimeout(60);
  }
  await galley.saved();
});

test('words that cannot be written are kept in the window, and written as soon as they can be', async ({
  page,
  host,
  faults,
}) => {
  // A service that fails answers with its message; nothing else may go wrong.
  faults.allow(/Failed to load resource/);
  const galley = new GalleyWindow(page);
  const file = await galley.beginCalled('Kept', host.deskFolder);

  const standfirst = galley.field('Standfirst');
  const line = async () => (await standfirst.boundingBox())?.y ?? 0;
  await standfirst.focus();
  const before = await line();
  // A page scrolls by whole pixels, a banner may end between two; and it scrolls before it is painted,
  // not before it can be measured.
  const stays = () => expect.poll(async () => Math.abs((await line()) - before)).toBeLessThan(1.5);
  // Root writes into any folder, but nobody into a folder that is a file.
  const aside = `${host.deskFolder}-aside`;
  const articles = path.join(host.deskFolder, 'articles');
  await fs.rename(articles, aside);
  await fs.writeFile(articles, 'in the way');
  await standfirst.fill('Words that have no file yet.');
  await expect(galley.saveState).toHaveText(/^Not saved: ./);
  await expect(galley.saveState).not.toContainText('article.json');
  const error = galley.article.getByRole('alert').filter({ hasText: 'kept in this window' });
  await expect(error).toBeVisible();
  await expect(
    page.locator(':is([aria-live], [role=log]) [role=alert]'),
    'read out once',
  ).toHaveCount(0);
  await stays();
  await galley.article.getByText('Details', { exact: true }).click();
  await expect(galley.article.getByText(file)).toBeVisible();
  await stays();
  await page.keyboard.press('Control+s');
  await expect(galley.news).toHaveText(/^Not saved: a file is where a folder should be/);
  await expect(
    page.locator(':is([aria-live], [role=log]) [role=alert]'),
    'read out once',
  ).toHaveCount(0);
  await expect(galley.field('Standfirst')).toHaveText('Words that have no file yet.');
  await galley.field('Standfirst').press('End');
  await page.keyboard.type(' And more.');

  let warned = false;
  page.once('dialog', (dialog) => {
    warned = dialog.type() === 'beforeunload';
    void dialog.dismiss();
  });
  await page.evaluate(() => location.reload());
  await expect.poll(() => warned, 'the browser warns before the words go').toBe(true);

  await fs.rm(articles);
  await fs.rename(aside, articles);
  await expect(galley.saveState).toHaveText('Saved', { timeout: 20_000 });
  await expect(galley.article.getByText('kept in this window')).toHaveCount(0);
  await stays();
  expect(await fs.readFile(file, 'utf8')).toContain('Words that have no file yet. And more.');
  await page.keyboard.press('Control+s');
  await expect(galley.news.last()).toHaveText('Saved');
});

test('the foot says that a slow desk is still saving, also while someone types on or saves again', async ({
  page,
  host,
}) => {
  test.skip(host.kind === 'electron', 'the calls are held up on their way to the web host');
  const galley = new GalleyWindow(page);
  const file = await galley.beginCalled('Slow', host.deskFolder);
  const { promise: answers, resolve: answer } = Promise.withResolvers<void>();
  await page.route('**/call/articles.save', async (route) => {
    await answers;
    await route.continue();
  });
  await galley.field('Standfirst').fill('Words on their way.');
  await expect(galley.saveState).toHaveText('Saving…');
  await expect(galley.saveState).toHaveText('Still saving…');
  await galley.field('Standfirst').press('End');
  await page.keyboard.type(' And more.');
  await page.keyboard.press('Control+s');
  await expect(galley.saveState).toHaveText('Still saving…');
  await expect(galley.saveState).toHaveText('Not saved yet: the desk does not answer', {
    timeout: 20_000,
  });
  answer();
  await galley.saved();
  expect(await fs.readFile(file, 'utf8')).toContain('Words on their way. And more.');
});

test('words of a session that ended before they could be written are offered again', async ({
  page,
  host,
  faults,
}) => {
  faults.allow(/Failed to load resource/);
  const galley = new GalleyWindow(page);
  await galley.beginCalled('Recovered', host.deskFolder);
  const articles = path.join(host.deskFolder, 'articles');
  const aside = `${host.deskFolder}-aside`;
  await fs.rename(articles, aside);
  await fs.writeFile(articles, 'in the way');
  await galley.field('Standfirst').fill('Nearly lost.');
  await expect(galley.saveState).toHaveText(/^Not saved: ./);
  page.once('dialog', (dialog) => void dialog.accept());
  await page.goto('about:blank');
  // The window tries once more as it goes; that must fail too.
  await page.waitForTimeout(2500);
  await fs.rm(articles);
  await fs.rename(aside, articles);

  await page.goto(new URL('/', host.url).href);
  await galley.stories.filter({ hasText: 'Recovered' }).click();
  await expect(galley.article).toContainText('could not be written to the file');
  expect(await axeFaults(page, { iframes: false })).toEqual([]);
  await galley.article.getByRole('button', { name: 'Use these words' }).click();
  await expect(galley.field('Standfirst')).toHaveText('Nearly lost.');
  await galley.saved();
  await expect(galley.article).not.toContainText('could not be written to the file');
  const { article } = await articleIn(host.deskFolder, 'Recovered');
  expect(article.standfirst).toBe('Nearly lost.');
});

test('a story whose file is damaged while it is open offers what can become of it, by keyboard too', async ({
  page,
  host,
  faults,
}) => {
  faults.allow(/Failed to load resource/);
  const galley = new GalleyWindow(page);
  const file = await galley.beginCalled('Damaged', host.deskFolder);
  await galley.field('Standfirst').fill('Mine.');
  await galley.saved();
  await fs.writeFile(file, 'Dear reader,');
  const banner = galley.article.getByRole('alert').filter({ hasText: 'cannot be read any more' });
  await expect(banner).toContainText('not a story file');
  await expect(galley.saveState).toHaveText('The file is damaged');
  const press = async (name: string) => {
    await banner.getByRole('button', { name }).focus();
    await page.keyboard.press('Enter');
  };

  await press('Look at the file');
  const look = page.getByRole('dialog', { name: 'The file of the story' });
  await expect(look).toContainText(file);
  await expect(look).toContainText('Dear reader,');
  expect(await axeFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(banner.getByRole('button', { name: 'Look at the file' })).toBeFocused();
  expect(await fs.readFile(file, 'utf8'), 'nothing is done unasked').toBe('Dear reader,');

  await press('Write mine over it');
  await galley.saved();
  await expect(banner).toHaveCount(0);
  expect(await fs.readFile(file, 'utf8')).toContain('"standfirst": "Mine."');
  const aside = path.join(path.dirname(file), 'article-damaged.json');
  expect(await fs.readFile(aside, 'utf8')).toBe('Dear reader,');

  await fs.writeFile(file, '');
  await galley.field('Standfirst').press('End');
  await page.keyboard.type(' And more.');
  await expect(galley.saveState).toHaveText(/^Not saved: /);
  await press('Save as a new story');
  await galley.saved();
  await expect(banner).toHaveCount(0);
  await expect(galley.field('Standfirst')).toHaveText('Mine. And more.');
  expect(await fs.readFile(file, 'utf8')).toBe('');
  await fs.rm(path.dirname(file), { recursive: true });
  const { article } = await articleIn(host.deskFolder, 'Damaged');
  expect(article.standfirst).toBe('Mine. And more.');
});

test('a change made by someone else is taken up, and merged with words that are under way', async ({
  page,
  host,
}) => {
  const galley = new GalleyWindow(page);
  const file = await galley.beginCalled('Shared', host.deskFolder);
  const { article } = await articleIn(host.deskFolder, 'Shared');
  await fs.writeFile(file, serializeArticle({ ...article, kicker: 'Theirs' }));
  await expect(galley.field('Kicker')).toHaveText('Theirs', { timeout: 40_000 });

  const theirs = { ...article, kicker: 'Theirs again' };
  await galley.field('Standfirst').focus();
  await page.keyboard.type('Ours');
  await fs.writeFile(file, serializeArticle(theirs));
  await galley.saved();
  await expect(galley.field('Kicker')).toHaveText('Theirs again', { timeout: 40_000 });
  await expect(galley.field('Standfirst')).toHaveText('Ours');
});

test('words that were changed on both sides are kept beside the others, and open for writing', async ({
  page,
  host,
}) => {
  const galley = new GalleyWindow(page);
  const file = await galley.beginCalled('Both', host.deskFolder);
  const { article } = await articleIn(host.deskFolder, 'Both');
  const standfirst = galley.field('Standfirst');
  await standfirst.focus();
  await page.keyboard.type('Ours');
  await fs.writeFile(file, serializeArticle({ ...article, standfirst: 'Theirs' }));
  const openYours = page.getByRole('button', { name: 'Open yours' });
  await expect(openYours).toBeVisible();
  await galley.body.click();
  await openYours.click();
  await expect(standfirst).toHaveText('Ours');
  await expect(galley.body).toBeFocused();
});

test('a desk that vanishes is said, with what to do, and is back when its folder is', async ({
  page,
  host,
  faults,
}) => {
  faults.allow(/Failed to load resource/);
  const galley = new GalleyWindow(page);
  await galley.open(/^Tide Records/);
  const aside = `${host.deskFolder}-aside`;
  await fs.rename(host.deskFolder, aside);
  // As when the person comes back to the window.
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  const message = page.getByRole('alert').filter({ hasText: 'the desk is no longer there' });
  await expect(message).toBeVisible();
  await expect(galley.stories, 'what was there is still shown').toHaveCount(3);
  await expect(galley.headline).toHaveText(/^Tide Records/);

  await fs.rename(aside, host.deskFolder);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(message).toHaveCount(0);
  await galley.begin();
  await page.keyboard.type('After the fright');
  await galley.saved();
  await articleIn(host.deskFolder, 'After the fright');
});

test('a data folder that cannot be written fails no save; it is said once, and that it is over', async ({
  page,
  host,
}) => {
  const galley = new GalleyWindow(page);
  const file = await galley.beginCalled('Spared', host.deskFolder);
  const [own = ''] = await fs.readdir(path.join(host.dataFolder, 'desks'));
  const versions = path.join(host.dataFolder, 'desks', own, 'versions');
  await fs.rename(versions, `${versions}-aside`);
  await fs.writeFile(versions, 'in the way');
  const standfirst = galley.field('Standfirst');
  await standfirst.fill('Words that are in the file.');
  const banner = galley.article.getByText('this computer cannot keep versions');
  await expect(banner).toBeVisible();
  expect(await axeFaults(page, { iframes: false })).toEqual([]);
  await galley.saved();
  expect(await fs.readFile(file, 'utf8')).toContain('Words that are in the file.');
  await page.getByRole('button', { name: 'Understood' }).click();
  await expect(banner).toHaveCount(0);
  await standfirst.fill('And more of them.');
  await galley.saved();
  await page.reload();
  await expect(banner, 'a window that comes later knows it, too').toBeVisible();

  await fs.rm(versions);
  // As when the person comes back to the window.
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(banner).toHaveCount(0);
  await expect(galley.stories).toHaveCount(4);
});
