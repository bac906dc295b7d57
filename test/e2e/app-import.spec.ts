import { expect, test } from './app.ts';
import { GalleyWindow, articleIn, articlesIn } from './window.ts';

const COPY = `09:30 JST, March 3, 2026
Harbour Office to Close on Sundays
SHIOMI (Jiji Press) — The harbour office will close on Sundays from April, it said Tuesday.
Ships that arrive on a Sunday are to report by radio.
Top Stories in Harbours
-
Pilots return to the northern quays
-
A pilot’s week
`;

const PAGE = '<h1>Ferry</h1><p>Words.</p><img src="img/gone.jpg" alt="Gone">';

test('wire copy is pasted, shown as it was recognised, and stored only then', async ({
  page,
  host,
}) => {
  const galley = new GalleyWindow(page);
  await expect(galley.stories).toHaveCount(3);
  await page.getByRole('button', { name: 'Import…', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await dialog.getByRole('textbox', { name: 'Paste the copy here' }).fill(COPY);
  const reading = dialog.getByRole('region', { name: 'What was recognised' });
  await expect(reading).toContainText('Harbour Office to Close on Sundays');
  await expect(reading).toContainText('09:30 JST, March 3, 2026');
  await expect(reading).toContainText('SHIOMI (Jiji Press) —');
  await expect(reading).toContainText('2 paragraphs');
  await expect(reading).toContainText('Top Stories in Harbours');
  await expect(reading).toContainText('2 items');
  expect(await articlesIn(host.deskFolder)).toHaveLength(3);
  // A file chooser that is cancelled leaves everything as it was.
  await dialog.getByLabel('Files to import').dispatchEvent('cancel', { bubbles: true });
  await expect(reading).toContainText('Top Stories in Harbours');

  await dialog.getByRole('button', { name: 'Put on the desk' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(galley.headline).toHaveText('Harbour Office to Close on Sundays');
  await expect(page.getByRole('button', { name: 'Dateline: SHIOMI (Jiji Press)' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Sidebar: Top Stories in Harbours' })).toBeVisible();
  await expect(galley.stories).toHaveCount(4);
  const { article } = await articleIn(host.deskFolder, 'Harbour Office to Close on Sundays');
  expect(article.stamp).toMatchObject({ instant: '2026-03-03T09:30:00+09:00', zone: 'Asia/Tokyo' });
});

test('after an import the caret is in the new story, which is seen in the list', async ({
  page,
}) => {
  const galley = new GalleyWindow(page);
  await galley.open(/^Tide Records/);
  await galley.desk.getByText(/^Published/).click();
  await galley.stories.first().focus();
  await page.keyboard.press('Control+o');
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await dialog.getByRole('textbox', { name: 'Paste the copy here' }).fill(COPY);
  const put = dialog.getByRole('button', { name: 'Put on the desk' });
  await expect(put).toBeEnabled();
  await put.press('Enter');
  await expect(galley.headline).toHaveText('Harbour Office to Close on Sundays');
  await expect(galley.body).toBeFocused();
  await expect(galley.stories.filter({ hasText: 'Harbour Office' })).toHaveAttribute(
    'aria-current',
    'true',
  );

  // Where something is told first, once it has been read.
  await galley.stories.first().focus();
  await page.keyboard.press('Control+o');
  await dialog
    .getByLabel('Files to import')
    .setInputFiles([{ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from(PAGE) }]);
  await expect(put).toBeEnabled();
  await put.press('Enter');
  await expect(dialog.getByRole('status')).toContainText('A picture was not taken');
  await page.keyboard.press('Escape');
  await expect(galley.headline).toHaveText('Ferry');
  await expect(galley.body).toBeFocused();
});

test('what a Markdown file holds is counted, and its file names the story', async ({ page }) => {
  await page.getByRole('button', { name: 'Import…', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Import' });
  const text =
    'One.\n\nTwo.\n\n- a\n- b\n\n> Said.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n![x](https://e.com/x.jpg)\n\n## Now\n';
  await dialog
    .getByLabel('Files to import')
    .setInputFiles([{ name: 'port.md', mimeType: 'text/markdown', buffer: Buffer.from(text) }]);
  const reading = dialog.getByRole('region', { name: 'What was recognised' });
  await expect(reading).toContainText(
    '2 paragraphs, 1 crosshead, 1 list, 1 quote, 1 table and 1 picture',
  );
  await expect(reading).toContainText(/Slugline\s*port/u);
});

test('a file in Shift_JIS is read, and the dialog says so', async ({ page }) => {
  await page.getByRole('button', { name: 'Import…', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Import' });
  const buffer = Buffer.from('8d6082cd95c282b682bd81428e9f82cc914482f091d282c28142', 'hex');
  await dialog
    .getByLabel('Files to import')
    .setInputFiles([{ name: 'wire.txt', mimeType: 'text/plain', buffer }]);
  const reading = dialog.getByRole('region', { name: 'What was recognised' });
  await expect(reading).toContainText('Read as Shift_JIS; look at the Japanese text');
});

test('of several files the good ones are stored, and each bad one says why not', async ({
  page,
  host,
}) => {
  const galley = new GalleyWindow(page);
  await page.getByRole('button', { name: 'Import…', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Import' });
  await dialog.getByLabel('Files to import').setInputFiles([
    { name: 'one.txt', mimeType: 'text/plain', buffer: Buffer.from('First\n\nOne paragraph.\n') },
    { name: 'two.txt', mimeType: 'text/plain', buffer: Buffer.from('Second\n\nTwo paragraphs.\n') },
    {
      name: 'report.docx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from('PK\u0003\u0004'),
    },
    { name: 'bad.txt', mimeType: 'text/plain', buffer: Buffer.from('a\0b') },
    { name: 'page.html', mimeType: 'text/html', buffer: Buffer.from(PAGE) },
  ]);
  const entry = (name: string) =>
    dialog.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
  await expect(entry('report.docx').getByRole('alert')).toContainText(/Word.*paste/);
  await expect(entry('bad.txt').getByRole('alert')).toContainText(/NUL.*offset 1/);
  await dialog.getByRole('button', { name: 'Put 3 stories on the desk' }).click();
  await expect(entry('one.txt')).toContainText('On the desk');
  await expect(entry('two.txt')).toContainText('On the desk');
  await expect(entry('page.html').getByRole('status')).toContainText(
    /On the desk.*A picture was not taken: img\/gone\.jpg/,
  );
  await expect(entry('report.docx').getByRole('alert')).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(galley.stories).toHaveCount(6);
  expect(await articlesIn(host.deskFolder)).toHaveLength(6);
});

test('files dropped on the window are offered for import', async ({ page }) => {
  await expect(new GalleyWindow(page).stories).toHaveCount(3);
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(
      new File(['Dropped\n\nWords.\n'], 'dropped.txt', { type: 'text/plain' }),
    );
    for (const type of ['dragover', 'drop']) {
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }),
      );
    }
  });
  await expect(page.getByRole('dialog', { name: 'Import' })).toContainText('dropped.txt');
});
