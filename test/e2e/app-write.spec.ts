import path from 'node:path';
import { plainText } from '../../article/inline.ts';
import { expect, test } from './app.ts';
import { GalleyWindow, articleIn } from './window.ts';

test('a story is written from nothing by keyboard alone, and is all there after a reload', async ({
  page,
  host,
}) => {
  const galley = new GalleyWindow(page);
  const { keyboard } = page;
  const tabTo = async (role: 'button', name: string) => {
    for (let presses = 0; presses < 40; presses += 1) {
      await keyboard.press('Tab');
      const target = page.getByRole(role, { name });
      if (await target.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`Tab does not reach ${name}`);
  };
  await expect(galley.stories).not.toHaveCount(0);

  await tabTo('button', 'New story');
  await keyboard.press('Enter');
  await expect(galley.headline).toBeFocused();
  await keyboard.press('ArrowUp');
  await expect(galley.field('Kicker')).toBeFocused();
  await keyboard.type('Harbours');
  await keyboard.press('Enter');
  await keyboard.type('Pilots Return to the Northern Quays');
  await keyboard.press('Enter');
  await keyboard.type('The first ship is due at noon.');
  await keyboard.press('Enter');
  await expect(galley.body).toBeFocused();

  await keyboard.press('Control+Shift+l');
  await expect(page.getByRole('dialog', { name: 'Dateline' })).toBeVisible();
  await keyboard.type('Oslo');
  await keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Dateline: OSLO/ })).toBeVisible();

  await expect(galley.body).toBeFocused();
  await keyboard.type('Pilots went back to work on Monday.');
  await keyboard.press('Enter');
  await keyboard.type('The quays had been shut for nine days.');
  await keyboard.press('Enter');
  await keyboard.type('## What comes first');
  await keyboard.press('Enter');
  await keyboard.type('The order of the ships was drawn by ');
  await keyboard.type('lot');
  await keyboard.press('Shift+Control+ArrowLeft');
  await keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Link' })).toBeVisible();
  await keyboard.type('https://example.com/order');
  await keyboard.press('Enter');
  await expect(galley.body).toBeFocused();
  await keyboard.press('End');
  await keyboard.press('Enter');
  await keyboard.type('- Grain');
  await keyboard.press('Enter');
  await keyboard.type('Timber');
  await keyboard.press('Enter');
  await keyboard.press('Enter');
  await keyboard.type('/ranking');
  await keyboard.press('Enter');
  await keyboard.type('Most read');
  await keyboard.press('Enter');
  await keyboard.type('Nine days at anchor');
  await keyboard.press('Enter');
  await keyboard.type('A pilot’s week');
  await galley.saved();

  const { article } = await articleIn(host.deskFolder, 'Pilots Return to the Northern Quays');
  expect(article.kicker).toBe('Harbours');
  expect(article.standfirst).toBe('The first ship is due at noon.');
  const [dateline, lead, second, crosshead, third, list, sidebar] = article.body;
  expect(dateline).toMatchObject({ type: 'dateline', printed: expect.stringMatching(/^OSLO/) });
  expect(lead).toMatchObject({ content: [{ text: 'Pilots went back to work on Monday.' }] });
  expect(second).toMatchObject({ content: [{ text: 'The quays had been shut for nine days.' }] });
  expect(crosshead).toMatchObject({ type: 'heading', content: [{ text: 'What comes first' }] });
  expect(third).toMatchObject({
    content: [
      { text: 'The order of the ships was drawn by ' },
      { text: 'lot', marks: [{ type: 'link', href: 'https://example.com/order' }] },
    ],
  });
  expect(list).toMatchObject({
    type: 'list',
    items: [{ content: [{ text: 'Grain' }] }, { content: [{ text: 'Timber' }] }],
  });
  expect(sidebar).toMatchObject({ type: 'sidebar', kind: 'ranking', title: 'Most read' });
  const ranked = sidebar?.type === 'sidebar' ? sidebar.body[0] : undefined;
  expect(ranked?.type === 'list' && ranked.items.map(({ content }) => plainText(content))).toEqual([
    'Nine days at anchor',
    'A pilot’s week',
  ]);

  await page.reload();
  await expect(galley.headline).toHaveText('Pilots Return to the Northern Quays');
  await expect(galley.field('Kicker')).toHaveText('Harbours');
  await expect(galley.field('Standfirst')).toHaveText('The first ship is due at noon.');
  for (const words of [
    'on Monday.',
    'nine days.',
    'What comes first',
    'Timber',
    'A pilot’s week',
  ]) {
    await expect(galley.body).toContainText(words);
  }
  await expect(galley.body.getByRole('link', { name: 'lot' })).toHaveAttribute(
    'href',
    'https://example.com/order',
  );
  await expect(
    page
      .getByRole('group', { name: 'Sidebar: Most read' })
      .getByRole('textbox', { name: 'Sidebar title' }),
  ).toHaveText('Most read');
});

test('the arrows go across the fields of the head, and text pasted there stays one line', async ({
  page,
}) => {
  const galley = new GalleyWindow(page);
  await galley.begin();
  await page.keyboard.type('Short');
  await page.keyboard.press('ArrowDown');
  await expect(galley.field('Standfirst')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(galley.body).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(galley.field('Standfirst')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(galley.headline).toBeFocused();

  await page.keyboard.press('Home');
  await galley.headline.evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Two\r\nlines\n');
    field.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await page.keyboard.type(' and ');
  await expect(galley.headline).toHaveText('Two lines and Short');
});

test('the headline says when it is too long, and is kept to the letter', async ({ page, host }) => {
  const galley = new GalleyWindow(page);
  await galley.begin();
  const long = 'Harbour '.repeat(30).trim();
  await page.keyboard.type('Harbour');
  await expect(galley.headline).toHaveAccessibleDescription('7 of 90 characters');
  await galley.headline.fill(long);
  await expect(galley.headline).toHaveAccessibleDescription('239 of 90 characters');
  const box = await galley.headline.boundingBox();
  const scroll = await galley.headline.evaluate((field) => field.scrollHeight);
  expect(box?.height, 'the field grows with its text').toBeGreaterThanOrEqual(scroll);
  await galley.saved();
  await articleIn(host.deskFolder, long);
});

test('what is known about a story is written in Details and printed in the proof', async ({
  page,
  host,
}) => {
  const galley = new GalleyWindow(page);
  await galley.begin();
  await page.keyboard.type('Pilots return');
  const { details } = galley;
  await galley.field('Slugline').fill('pilots-return');
  await details.getByLabel('Section').fill('Harbours');
  await details.getByLabel('Keywords').fill('pilots, quays , ');
  await galley.field('Byline').fill('By Mo Example and Kit Sample ');
  await galley.field('Publication time').fill('11:01 a.m. JST, Dec. 25, 2021');
  await expect(details).toContainText('11:01 JST, December 25, 2021 (Asia/Tokyo)');
  await galley.field('Publication time').fill('11:01 JST, December 25, 2021');
  await expect(details).not.toContainText('(Asia/Tokyo)');
  await expect(details).toContainText('Asia/Tokyo');
  await details.getByLabel('Language').fill('en-GB');
  await details.getByLabel('Urgency').selectOption('3');
  await details.getByLabel('Note to the desk').fill('Ring the pilots’ office.');
  await galley.saved();
  await expect(galley.article.getByRole('button', { name: 'By Mo Example' })).toBeVisible();

  await expect(async () => {
    const { article, folder } = await articleIn(host.deskFolder, 'Pilots return');
    expect(article).toMatchObject({
      slugline: 'pilots-return',
      section: 'Harbours',
      keywords: ['pilots', 'quays'],
      bylines: [
        { name: 'Mo Example', role: 'author' },
        { name: 'Kit Sample', role: 'author' },
      ],
      bylineText: 'By Mo Example and Kit Sample ',
      stamp: {
        instant: '2021-12-25T11:01:00+09:00',
        zone: 'Asia/Tokyo',
        printed: '11:01 JST, December 25, 2021',
      },
      language: 'en-GB',
      urgency: 3,
      edNote: 'Ring the pilots’ office.',
    });
    expect(path.basename(folder)).toContain('pilots-return');
  }).toPass({ timeout: 5000 });
});

test('a time that is not understood is kept as it was typed; one of several clocks is asked about', async ({
  page,
  host,
}) => {
  const galley = new GalleyWindow(page);
  await galley.begin();
  await page.keyboard.type('Clocks');
  const time = galley.field('Publication time');
  await time.fill('some day soon');
  await expect(galley.details.getByRole('alert')).toContainText('Not understood as a time');
  await galley.saved();
  expect((await articleIn(host.deskFolder, 'Clocks')).article.stamp).toEqual({
    printed: 'some day soon',
  });

  await time.fill('11:01 IST, December 25, 2021');
  await galley.details.getByRole('button', { name: /^India/ }).click();
  await expect(galley.details).toContainText('Asia/Kolkata');
  await galley.saved();
  expect((await articleIn(host.deskFolder, 'Clocks')).article.stamp).toEqual({
    instant: '2021-12-25T11:01:00+05:30',
    zone: 'Asia/Kolkata',
    printed: '11:01 IST, December 25, 2021',
  });
});

test('a change of status goes into the history under a name that is asked for once', async ({
  page,
  host,
}) => {
  const galley = new GalleyWindow(page);
  await galley.begin();
  await page.keyboard.type('Status');
  const choose = async (from: string, to: string) => {
    await galley.details.getByRole('button', { name: `Status: ${from}` }).click();
    await page.getByRole('menuitemradio', { name: to }).click();
  };
  await choose('Draft', 'In review');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Your name' }).fill('Mo Example');
  await page.keyboard.press('Enter');
  await expect(galley.details.getByRole('button', { name: 'Status: In review' })).toBeVisible();
  await choose('In review', 'Approved');
  await expect(galley.details.getByRole('button', { name: 'Status: Approved' })).toBeVisible();
  await expect(galley.details.getByRole('listitem')).toHaveText([
    /In review → Approved.*Mo Example · \d+:\d\d \S+, \w+ \d+, \d{4}/,
    /Draft → In review.*Mo Example · \d+:\d\d \S+, \w+ \d+, \d{4}/,
  ]);
  await galley.saved();
  const { article } = await articleIn(host.deskFolder, 'Status');
  expect(article.status).toBe('approved');
  expect(article.history).toMatchObject([
    { by: 'Mo Example', from: 'draft', to: 'in-review' },
    { by: 'Mo Example', from: 'in-review', to: 'approved' },
  ]);
});

test('a field of the head is come back to where one left it; the pointer goes where it points', async ({
  page,
}) => {
  const galley = new GalleyWindow(page);
  await galley.begin();
  const { keyboard } = page;
  await keyboard.type('Harbour tunnel opens after two years of work on the old railway line');
  for (let step = 0; step < 5; step += 1) await keyboard.press('ArrowLeft');
  await keyboard.press('Tab');
  await expect(galley.field('Standfirst')).toBeFocused();
  await keyboard.press('Shift+Tab');
  await keyboard.type('-');
  await expect(galley.headline).toHaveText(/old railway- line$/u);
  await galley.headline.click({ position: { x: 2, y: 12 } });
  await keyboard.type('The ');
  await expect(galley.headline).toHaveText(/^The Harbour tunnel/u);
  await galley.body.click();
  await galley.headline.dblclick({ position: { x: 14, y: 12 } });
  await keyboard.type('A');
  await expect(galley.headline).toHaveText(/^A Harbour tunnel/u);
});
