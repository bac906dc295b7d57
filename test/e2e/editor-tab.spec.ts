import { correction, datelineBlock, image, list, p, pullquote, quote } from '../article/build.ts';
import { expect, test } from './editor.ts';

const OSLO = { places: [{ name: 'OSLO' }], style: 'ap', printed: 'OSLO — ' };
const WHO = { name: 'Who said it' };

test('Tab in what is quoted goes on to who said this, and to the text after it; Shift+Tab back', async ({
  editor,
}) => {
  const { page } = editor;
  await editor.load([
    quote([p('First')], 'Ann'),
    p('Between'),
    pullquote('Second', ''),
    p('After'),
  ]);
  const [ann, second] = await page.getByRole('textbox', WHO).all();
  await page.getByText('Second').click();
  await editor.press('Tab');
  await expect(second ?? editor.body).toBeFocused();
  await editor.type('Bob');
  await editor.press('Tab');
  await editor.type('> ');
  await page.getByText('First').click();
  await editor.press('End', 'Tab');
  await expect(ann ?? editor.body).toBeFocused();
  await editor.press('Shift+Tab');
  await editor.type('!');
  expect(await editor.lines()).toEqual([
    '> First!',
    '> — Ann',
    'Between',
    '“Second” — Bob',
    '> After',
  ]);
});

test('Tab in other text leaves the body, whatever fields stand in it', async ({ editor }) => {
  const { page } = editor;
  const before = page.getByRole('button', { name: 'Before' });
  const after = page.getByRole('button', { name: 'After', exact: true });
  await editor.load([
    datelineBlock(OSLO),
    p('The lead'),
    quote([p('Said')], 'Ann'),
    p('Middle'),
    image(),
    quote([p('More')], 'Bob'),
    p('Last'),
  ]);
  for (const words of ['The lead', 'Middle', 'Last']) {
    await page.getByText(words).click();
    await editor.press('Tab');
    await expect(after).toBeFocused();
    await editor.press('Shift+Tab');
    await expect(editor.body).toBeFocused();
  }
  for (const words of ['Middle', 'Last']) {
    await page.getByText(words).click();
    await editor.press('Shift+Tab');
    await expect(before).toBeFocused();
    await editor.press('Tab');
    await expect(editor.body).toBeFocused();
  }
  // The dateline stands before the text of the lead.
  await page.getByText('The lead').click();
  await editor.press('Shift+Tab');
  await expect(page.getByRole('button', { name: /Dateline/u })).toBeFocused();
  await editor.press('Tab');
  await editor.type('x');
  await editor.press('Shift+Tab', 'Shift+Tab');
  await expect(before).toBeFocused();
  expect((await editor.lines())[0]).toBe('[OSLO — ]xThe lead');
});

test('Tab goes through the fields of a card and on, and never gets stuck', async ({ editor }) => {
  const { page } = editor;
  const focused = () =>
    page.evaluate(() => {
      const { ariaLabel, textContent } = document.activeElement as HTMLElement;
      return ariaLabel ?? textContent;
    });
  const walk = async (key: string, end: string) => {
    const seen: (string | null)[] = [];
    while (seen.at(-1) !== end && seen.length < 20) {
      await editor.press(key);
      seen.push(await focused());
    }
    return seen;
  };
  await editor.load([p('Text'), image(), correction('Put right.')]);
  await editor.place('Text', 4);
  await editor.press('ArrowDown');
  const fields = await walk('Tab', 'Story body');
  expect(fields.length).toBeGreaterThan(4);
  expect(fields[0]).toBe('Caption');
  expect(await editor.caret()).toMatchObject({ type: 'correction', offset: 0 });
  expect(await walk('Tab', 'After')).toEqual(['After']);
  expect(await walk('Shift+Tab', 'Before')).toEqual([
    'Story body',
    'Time of the note, Asia/Tokyo',
    'Kind of note',
    'Story body',
    'Before',
  ]);
  expect(await editor.lines()).toEqual(['Text', '(image)', '! Put right. (correction)']);
});

test('at the end of the body, Tab leaves the last field', async ({ editor }) => {
  const { page } = editor;
  await editor.load([p('Text'), quote([p('Said'), list('bulleted', 'One')])]);
  await page.getByText('Said').click();
  await editor.press('Tab');
  await expect(page.getByRole('textbox', WHO)).toBeFocused();
  await editor.press('Tab');
  await expect(page.getByRole('button', { name: 'After', exact: true })).toBeFocused();
  expect(await editor.lines()).toEqual(['Text', '> Said', '> - One']);
});
