import { datelineBlock, p } from '../article/build.ts';
import type { Page } from 'playwright/test';
import { expect, test } from './tools.ts';

const places = (page: Page) => page.getByRole('listbox', { name: 'Places' });

const TYPED_ON =
  'The storm came at night and it kept every ferry in the harbour until the morning tide.';

const tokyo = () =>
  datelineBlock({
    places: [{ name: 'TOKYO' }],
    source: 'Jiji Press',
    style: 'jiji',
    printed: 'TOKYO (Jiji Press) — ',
  });

test('a dateline is made by keyboard alone, with a place from the list', async ({ editor }) => {
  const { page } = editor;
  await editor.load([p('')]);
  await editor.press('Control+Shift+l');
  await expect(page.getByRole('combobox', { name: 'Place' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Source' })).toHaveValue('Jiji Press');
  await editor.type('os');
  await expect(places(page).getByRole('option')).toHaveText([/Oslo.*Norway/, /Osaka.*Japan/]);
  await editor.press('ArrowDown', 'Enter');
  await expect(page.getByRole('textbox', { name: 'Country' })).toHaveValue('Norway');
  await expect(page.getByRole('dialog')).toContainText('OSLO, Norway (Jiji Press) — ');
  await editor.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(editor.body).toBeFocused();
  await editor.type('The ferry sails.');
  expect(await editor.lines()).toEqual(['[OSLO, Norway (Jiji Press) — ]The ferry sails.']);
});

test('any text may be a place, and there may be several', async ({ editor }) => {
  const { page } = editor;
  await editor.load([p('Text')]);
  await editor.press('Control+Shift+l');
  await editor.type('Aboard the Fram');
  await page.getByRole('button', { name: 'Add another place' }).click();
  await expect(page.getByRole('combobox', { name: 'Place 2' })).toBeFocused();
  await editor.type('Svalbard');
  await editor.press('Enter');
  expect(await editor.lines()).toEqual(['[ABOARD THE FRAM/SVALBARD (Jiji Press) — ]Text']);
});

test('the printed form follows the style, and says why a state is not printed', async ({
  editor,
}) => {
  const { page } = editor;
  const dialog = page.getByRole('dialog');
  await editor.load([p('Text')]);
  await editor.press('Control+Shift+l');
  await page.getByRole('combobox', { name: 'Style' }).selectOption('AP');
  await editor.press('Shift+Tab');
  await page.getByRole('combobox', { name: 'Place' }).fill('Chicago');
  await page.getByRole('textbox', { name: 'State or region' }).fill('Illinois');
  await expect(dialog).toContainText('CHICAGO (Jiji Press) — ');
  await expect(dialog).toContainText('prints the place alone');
  await page.getByRole('combobox', { name: 'Place' }).fill('Peoria');
  await expect(dialog).toContainText('PEORIA, Ill. (Jiji Press) — ');
  await expect(dialog).not.toContainText('prints the place alone');
  await page.getByRole('combobox', { name: 'Style' }).selectOption('Reuters');
  await page.getByLabel('Date', { exact: true }).fill('2026-09-03');
  await expect(dialog).toContainText('PEORIA, Illinois, Sept 3 (Jiji Press) - ');
});

test('text set by hand is kept to the byte, whatever the style', async ({ editor }) => {
  const { page } = editor;
  const byHand = '  Tokyo\u00A0(jiji)\u2009\u2013 ';
  await editor.load([tokyo(), p('Text')]);
  await page.getByRole('button', { name: 'Dateline: TOKYO (Jiji Press)' }).click();
  await page.getByRole('checkbox', { name: 'Set by hand' }).check();
  const box = page.getByRole('textbox', { name: 'As it is printed' });
  await expect(box).toHaveValue('TOKYO (Jiji Press) — ');
  await box.fill(byHand);
  await page.getByRole('combobox', { name: 'Style' }).selectOption('AP');
  await page.getByRole('button', { name: 'Save dateline' }).click();
  expect((await editor.blocks())[0]).toMatchObject({
    printed: byHand,
    override: true,
    style: 'ap',
    source: 'Jiji Press',
  });
  await page.getByRole('button', { name: /^Dateline:/ }).click();
  await expect(box).toHaveValue(byHand);
  await page.getByRole('checkbox', { name: 'Set by hand' }).uncheck();
  await editor.press('Enter');
  const [again] = await editor.blocks();
  expect(again).toMatchObject({ printed: 'TOKYO (Jiji Press) — ' });
  expect(again).not.toHaveProperty('override');
});

test('a dateline without a place and a source is refused where it is missing', async ({
  editor,
}) => {
  const { page } = editor;
  await editor.load([p('Text')]);
  await editor.press('Control+Shift+l');
  await page.getByRole('textbox', { name: 'Source' }).fill('');
  await editor.press('Enter');
  await expect(page.getByRole('alert')).toHaveText('A dateline needs a place or a source.');
  await expect(page.getByRole('combobox', { name: 'Place' })).toHaveAttribute(
    'aria-invalid',
    'true',
  );
  await page.getByRole('combobox', { name: 'Place' }).fill('Oslo');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await editor.press('Enter');
  expect(await editor.lines()).toEqual(['[OSLO — ]Text']);
});

test('Remove takes the dateline away and leaves the text; Escape changes nothing', async ({
  editor,
}) => {
  const { page } = editor;
  const button = page.getByRole('button', { name: /^Dateline:/ });
  await editor.load([tokyo(), p('Text')]);
  await button.click();
  await page.getByRole('textbox', { name: 'Source' }).fill('Somebody else');
  await editor.press('Escape');
  expect(await editor.lines()).toEqual(['[TOKYO (Jiji Press) — ]Text']);
  await button.click();
  await page.getByRole('button', { name: 'Remove dateline' }).click();
  await expect(editor.body).toBeFocused();
  await editor.type('The ');
  expect(await editor.lines()).toEqual(['The Text']);
});

test('Escape in the list of places closes the list, not the dialog', async ({ editor }) => {
  const { page } = editor;
  await editor.load([p('Text')]);
  await editor.press('Control+Shift+l');
  await editor.type('os');
  await expect(places(page).getByRole('option')).toHaveCount(2);
  await editor.press('Escape');
  await expect(places(page).getByRole('option')).toHaveCount(0);
  await expect(page.getByRole('combobox', { name: 'Place' })).toHaveValue('os');
});

test('a typed dateline is offered without taking the focus, and accepted in one step', async ({
  editor,
}) => {
  const offer = editor.page.getByRole('group', { name: 'Dateline found' });
  await editor.load([p('')]);
  await editor.type('OSLO (AP) —');
  await expect(offer).toBeHidden();
  await editor.type(' ');
  await expect(offer).toContainText('Make “OSLO (AP)” a dateline?');
  await expect(editor.page.locator('[aria-live="polite"]').last()).toContainText('Ctrl+Enter');
  await editor.type('The ferry');
  await editor.press('ArrowLeft', 'ArrowLeft', 'Control+Enter');
  await expect(offer).toBeHidden();
  await editor.type('!');
  expect(await editor.lines()).toEqual(['[OSLO (AP) — ]The fer!ry']);
  expect((await editor.blocks())[0]).toMatchObject({ places: [{ name: 'OSLO' }], source: 'AP' });
});

test('an accepted offer is undone in one step and not made again', async ({ editor }) => {
  const offer = editor.page.getByRole('group', { name: 'Dateline found' });
  await editor.load([p('')]);
  await editor.type('OSLO (AP) — The ferry');
  await editor.press('Control+Enter');
  expect(await editor.lines()).toEqual(['[OSLO (AP) — ]The ferry']);
  await editor.press('Control+z');
  expect(await editor.lines()).toEqual(['OSLO (AP) — The ferry']);
  await editor.type('!');
  await expect(offer).toBeHidden();
  await editor.press('Control+z', 'Control+Shift+z');
  await expect(offer).toBeHidden();
});

test('a refused offer does not come back for that text', async ({ editor }) => {
  const offer = editor.page.getByRole('group', { name: 'Dateline found' });
  await editor.load([p('')]);
  await editor.type('OSLO (AP) — ');
  await expect(offer).toBeVisible();
  await editor.press('Escape');
  await editor.type('The ferry');
  await expect(offer).toBeHidden();
  expect(await editor.lines()).toEqual(['OSLO (AP) — The ferry']);
});

test('a pasted dateline is offered too; Tab leads to its buttons', async ({ editor }) => {
  const offer = editor.page.getByRole('group', { name: 'Dateline found' });
  const text =
    'HAYWARD, Calif. (AP) — A long first sentence that was not typed but came with the wire.';
  await editor.load([p('')]);
  await editor.paste({ 'text/plain': text });
  await expect(offer).toBeVisible();
  await editor.press('Tab');
  await expect(offer.getByRole('button', { name: 'Make a dateline' })).toBeFocused();
  await editor.press('Enter');
  await expect(editor.body).toBeFocused();
  const [dateline] = await editor.blocks();
  expect(dateline).toMatchObject({ type: 'dateline', printed: 'HAYWARD, Calif. (AP) — ' });
});

test('a dateline below the first paragraph, or one that is loaded, is not offered', async ({
  editor,
}) => {
  const offer = editor.page.getByRole('group', { name: 'Dateline found' });
  await editor.load([p('OSLO (AP) — The ferry'), p('')]);
  await editor.place('The ferry', 9);
  await expect(offer).toBeHidden();
  await editor.press('ArrowDown');
  await editor.type('PARIS (AP) — ');
  await expect(offer).toBeHidden();
});

test('the offer goes while one types on, and comes back with the caret', async ({ editor }) => {
  const offer = editor.page.getByRole('group', { name: 'Dateline found' });
  await editor.load([p('')]);
  await editor.type(`OSLO (AP) — ${TYPED_ON}`);
  await expect(offer).toBeHidden();
  await editor.press('Control+Home');
  await expect(offer).toBeVisible();
  await editor.press('Control+Enter');
  expect(await editor.lines()).toEqual([`[OSLO (AP) — ]${TYPED_ON}`]);
});

test('the dialog starts from a typed dateline and takes its place in one step', async ({
  editor,
}) => {
  const { page } = editor;
  await editor.load([p('')]);
  await editor.type(`OSLO (AP) — ${TYPED_ON}`);
  await editor.press('Control+Shift+l');
  await expect(page.getByRole('combobox', { name: 'Place' })).toHaveValue('OSLO');
  await expect(page.getByRole('textbox', { name: 'Source' })).toHaveValue('AP');
  await expect(page.getByRole('button', { name: 'Remove dateline' })).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Source' }).fill('Reuters');
  await editor.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  expect(await editor.lines()).toEqual([`[OSLO (Reuters) — ]${TYPED_ON}`]);
  await editor.press('Control+z');
  expect(await editor.lines()).toEqual([`OSLO (AP) — ${TYPED_ON}`]);
});

test('a dateline is offered after a paste of many paragraphs; the caret stays', async ({
  editor,
}) => {
  const offer = editor.page.getByRole('group', { name: 'Dateline found' });
  await editor.load([p('')]);
  await editor.paste({ 'text/plain': 'OSLO (AP) — The first.\n\nThe second.\n\nThe third.' });
  await expect(offer).toBeVisible();
  await expect(editor.page.locator('[aria-live="polite"]').last()).toContainText('Ctrl+Enter');
  await editor.press('Control+Enter');
  await expect(offer).toBeHidden();
  await editor.type('!');
  expect(await editor.lines()).toEqual(['[OSLO (AP) — ]The first.', 'The second.', 'The third.!']);
});
