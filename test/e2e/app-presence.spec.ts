import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from './app.ts';
import { axeFaults } from './axe.ts';
import { someone } from './someone.ts';
import { articleIn } from './window.ts';

test.skip(({ shell }) => shell === 'electron', 'the same services and page, with a second host');

/** What a person is willing to wait, on a machine that does other things besides. */
const SOON = 4000;

test('the list and the story show who is in it and where, and nothing of the text moves', async ({
  browser,
  folders,
}) => {
  const ana = await someone(browser, folders, 'Ana Ortiz');
  const ben = await someone(browser, folders, 'Ben');
  await ben.galley.open(/^Night Ferry/);
  const paragraphs = ben.galley.body.locator(':scope > p');
  const top = async () => (await paragraphs.nth(1).boundingBox())?.y;
  const before = await top();

  await ana.galley.open(/^Night Ferry/);
  await ana.galley.body.locator(':scope > p').nth(1).click();
  const told = /^Ana Ortiz has this story open too, since \d?\d:\d\d JST\.$/u;
  await expect(ben.line).toHaveText(told, { timeout: SOON });
  await expect(ben.row).toHaveAccessibleName(/Ana Ortiz is in this story$/u);
  await expect(ben.mark).toHaveText('Ana Ortiz', { timeout: SOON });
  expect(await top(), 'the text stays where it is on the screen').toBe(before);
  const beside = async () => {
    const [mark, block] = await Promise.all([
      ben.mark.boundingBox(),
      paragraphs.nth(1).boundingBox(),
    ]);
    return [mark?.y, mark?.height].map((each, at) =>
      Math.abs((each ?? 0) - ([block?.y, block?.height][at] ?? 0)),
    );
  };
  for (const off of await beside()) expect(off).toBeLessThan(1);

  // What Ben writes above it moves the mark along with its block.
  await paragraphs.first().click();
  await ben.page.keyboard.press('Home');
  await ben.page.keyboard.type('A line of words that Ben has to say about it before anything. ');
  await ben.page.keyboard.press('Enter');
  await expect(async () => {
    const mark = await ben.mark.boundingBox();
    const block = await paragraphs.nth(2).boundingBox();
    expect(Math.abs((mark?.y ?? 0) - (block?.y ?? 0))).toBeLessThan(1);
  }).toPass();
  await ben.galley.saved();

  await ana.page.close();
  await expect(ben.line).toHaveCount(0);
  await expect(ben.mark).toHaveCount(0);
  await expect(ben.row).not.toHaveAccessibleName(/in this story/u);
  await ana.go();
  await ben.go();
});

test('who is in the head of the story is shown at the field that they are in', async ({
  browser,
  folders,
}) => {
  const ana = await someone(browser, folders, 'Ana Ortiz');
  const ben = await someone(browser, folders, 'Ben');
  await ben.galley.open(/^Night Ferry/);
  await ana.galley.open(/^Night Ferry/);
  await ana.galley.body.locator(':scope > p').nth(1).click();
  await expect(ben.mark).toHaveText('Ana Ortiz', { timeout: SOON });

  for (const name of ['Kicker', 'Headline', 'Standfirst']) {
    await ana.galley.field(name).click();
    await expect(async () => {
      const [mark, field] = await Promise.all([
        ben.mark.boundingBox(),
        ben.galley.field(name).boundingBox(),
      ]);
      expect(Math.abs((mark?.y ?? 0) - (field?.y ?? 9))).toBeLessThan(1);
      expect(Math.abs((mark?.height ?? 0) - (field?.height ?? 9))).toBeLessThan(1);
    }, name).toPass({ timeout: SOON });
    await expect(ben.mark).toHaveText('Ana Ortiz');
  }
  // Also where she comes back to the block that she was in.
  await ana.galley.body.locator(':scope > p').nth(1).click();
  const second = ben.galley.body.locator(':scope > p').nth(1);
  await expect(async () => {
    const [mark, block] = await Promise.all([ben.mark.boundingBox(), second.boundingBox()]);
    expect(Math.abs((mark?.y ?? 0) - (block?.y ?? 9))).toBeLessThan(1);
  }).toPass({ timeout: SOON });
  await ana.go();
  await ben.go();
});

test('who opened a story first is shown as writing; another takes over, by keyboard, and both are told', async ({
  browser,
  folders,
}) => {
  const ana = await someone(browser, folders, 'Ana');
  const ben = await someone(browser, folders, 'Ben');
  await ana.galley.open(/^Night Ferry/);
  await expect(ben.row).toHaveAccessibleName(/Ana is in this story$/u);
  await ben.galley.open(/^Night Ferry/);
  await expect(ben.line).toContainText(
    /^Ana is writing here, since \d?\d:\d\d JST\. You can write too: changes in different places are merged\. Take over$/u,
  );
  await expect(ana.line).toContainText('Ben has this story open too', { timeout: SOON });

  await ben.galley.body.locator(':scope > p').first().click();
  await ben.page.keyboard.press('End');
  await ben.page.getByRole('button', { name: 'Take over' }).focus();
  await ben.page.keyboard.press('Enter');
  const dialog = ben.page.getByRole('dialog', { name: 'Take over from Ana?' });
  await expect(dialog).toContainText('kept as a version on this computer');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await ben.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(ben.line).toContainText('Ana is writing here');
  await expect(ben.page.getByRole('button', { name: 'Take over' })).toBeFocused();

  await ben.page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Take over' }).press('Enter');
  await expect(ben.galley.news).toContainText('You have taken over from Ana.');
  await expect(ben.line.getByRole('button')).toHaveCount(0);
  await ben.page.keyboard.type(' And on.');
  await expect(ben.galley.body.locator(':scope > p').first()).toHaveText(/\w.+ And on\..+\w/u);
  await expect(ben.galley.details).toContainText(
    /Taken over from Ana; the story as it was is kept on this computer\s*Ben · \d{1,2}:\d\d/u,
  );
  await expect(ana.galley.news).toContainText('Ben has taken over this story.', {
    timeout: SOON,
  });
  await expect(ana.line).toContainText('Ben is writing here');
  await expect(ben.line).toContainText('Ana has this story open too');

  // It keeps nobody from writing.
  await ana.galley.headline.fill('Night Ferry, by Ana');
  await ana.galley.saved();
  await articleIn(folders.deskFolder, 'Night Ferry, by Ana');
  await ana.go();
  await ben.go();
});

test('who leaves while they are being taken over from is named all the same; the focus stays in the story', async ({
  browser,
  folders,
}) => {
  const ana = await someone(browser, folders, 'Ana');
  const ben = await someone(browser, folders, 'Ben');
  await ana.galley.open(/^Night Ferry/);
  await expect(ben.row).toHaveAccessibleName(/Ana is in this story$/u);
  await ben.galley.open(/^Night Ferry/);
  await ben.galley.field('Standfirst').click();
  const ask = ben.page.getByRole('button', { name: 'Take over' });
  await ask.click();
  const dialog = ben.page.getByRole('dialog', { name: 'Take over from Ana?' });
  await expect(dialog.locator(':focus-visible'), 'after a click, too').toHaveText('Cancel');
  await ana.galley.open(/^Tide Records/);
  await expect(ben.line).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(ben.galley.field('Standfirst')).toBeFocused();

  await ben.galley.open(/^Tide Records/);
  await ana.galley.open(/^Night Ferry/);
  await expect(ben.row).toHaveAccessibleName(/Ana is in this story$/u);
  await ben.galley.open(/^Night Ferry/);
  await ben.galley.field('Standfirst').click();
  await ask.click();
  await ana.galley.open(/^Tide Records/);
  await expect(ben.line).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Take over' }).click();
  await expect(ben.galley.news).toContainText('You have taken over from Ana.');
  await expect(ben.galley.details).toContainText('Taken over from Ana;');
  await expect(ben.galley.field('Standfirst')).toBeFocused();
  await ana.go();
  await ben.go();
});

test('in a synced folder it is said when someone was last heard of', async ({
  browser,
  folders,
}) => {
  await fs.mkdir(path.join(path.dirname(folders.deskFolder), '.stfolder'));
  const ana = await someone(browser, folders, 'Ana');
  const ben = await someone(browser, folders, '');
  await ana.galley.open(/^Night Ferry/);
  await ana.galley.body.locator(':scope > p').nth(1).click();
  await expect(ben.row).toHaveAccessibleName(/Ana is in this story$/u);
  await ben.galley.open(/^Night Ferry/);
  await expect(ben.line).toContainText(/^Ana was writing here, last heard \d?\d:\d\d JST\./u);
  await expect(ana.line).toContainText(
    `Someone on ${os.hostname()} had this story open too, last heard`,
  );
  await expect(ben.mark, 'her place would be old').toHaveCount(0);
  await ana.go();
  await ben.go();
});

test('presence has no accessibility faults', async ({ browser, folders }) => {
  const ana = await someone(browser, folders, 'Ana');
  const ben = await someone(browser, folders, 'Ben');
  await ana.galley.open(/^Night Ferry/);
  await ana.galley.body.locator(':scope > p').nth(1).click();
  await expect(ben.row).toHaveAccessibleName(/Ana is in this story$/u);
  await ben.galley.open(/^Night Ferry/);
  await expect(ben.mark).toBeVisible();
  expect(await axeFaults(ben.page, { iframes: false }), 'the story').toEqual([]);
  await ben.galley.headline.click();
  await ben.page.keyboard.type('x');
  expect(await axeFaults(ben.page, { iframes: false }), 'while someone types').toEqual([]);
  await ben.page.getByRole('button', { name: 'Take over' }).click();
  await expect(ben.page.getByRole('dialog')).toBeVisible();
  expect(await axeFaults(ben.page, { iframes: false }), 'taking over').toEqual([]);
  await ana.go();
  await ben.go();
});
