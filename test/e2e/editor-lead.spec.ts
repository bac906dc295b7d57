import { datelineBlock, p } from '../article/build.ts';
import { type EditorPage, expect, test } from './editor.ts';

const TOKYO = {
  places: [{ name: 'TOKYO' }],
  source: 'Jiji Press',
  style: 'jiji',
  printed: 'TOKYO (Jiji Press) — ',
};
const lead = (text = '') => [datelineBlock(TOKYO), p(text)];
const D = '[TOKYO (Jiji Press) — ]';

const button = (editor: EditorPage) =>
  editor.page.getByRole('button', { name: 'Dateline: TOKYO (Jiji Press)', exact: true });

test('Home, then typing, puts the text after the dateline', async ({ editor }) => {
  await editor.load([...lead('The ministry said so.'), p('Second.')]);
  await editor.place('said', 2);
  await editor.press('Home');
  await editor.type('X');
  expect(await editor.lines()).toEqual([`${D}XThe ministry said so.`, 'Second.']);
  await expect(button(editor)).toHaveText('TOKYO (Jiji Press) — ');
});

test('a caret that the browser puts before the dateline moves after it', async ({ editor }) => {
  await editor.load(lead('The ministry.'));
  await editor.page.evaluate(() => {
    const paragraph = document.querySelector('.article-text p') as HTMLElement;
    getSelection()?.collapse(paragraph, 0);
  });
  await editor.settle();
  expect(await editor.page.evaluate(() => getSelection()?.anchorNode?.textContent)).toBe(
    'The ministry.',
  );
  await editor.type('X');
  expect(await editor.lines()).toEqual([`${D}XThe ministry.`]);
});

test('typing goes on after the dateline was shown', async ({ editor }) => {
  await editor.load(lead('The ministry.'));
  await editor.place('The');
  await editor.press('Backspace');
  await editor.type('XY');
  expect(await editor.lines()).toEqual([`${D}XYThe ministry.`]);
});

test('arrows pass the dateline in both directions', async ({ editor }) => {
  const [dateline, second] = lead('Second.');
  const [first, third] = [p('First.'), p('Third.')];
  await editor.load([first, dateline, second, third] as never);
  await editor.place('First', 6);
  await editor.press('ArrowRight');
  expect(await editor.caret()).toMatchObject({ id: second?.id, offset: 0 });
  await editor.press('ArrowRight');
  expect(await editor.caret()).toMatchObject({ id: second?.id, offset: 1 });
  await editor.press('ArrowLeft', 'ArrowLeft');
  expect(await editor.caret()).toMatchObject({ id: first.id, offset: 6 });
  await editor.press('ArrowDown', 'ArrowDown');
  expect(await editor.caret()).toMatchObject({ id: third.id });
  await editor.press('ArrowUp');
  expect(await editor.caret()).toMatchObject({ id: second?.id });
  await editor.press('ArrowUp');
  expect(await editor.caret()).toMatchObject({ id: first.id });
});

test('an input method composes at the start of the lead, after the dateline', async ({
  editor,
}) => {
  await editor.load(lead('の情報が漏れた。'), 'ja');
  await editor.place('の情報');
  await editor.press('Home');
  await editor.compose('ぼ', 'ぼう', '防衛');
  expect(await editor.lines()).toEqual([`${D}防衛の情報が漏れた。`]);
  await editor.compose('しょ', '省');
  expect(await editor.lines()).toEqual([`${D}防衛省の情報が漏れた。`]);
  await expect(button(editor)).toHaveText('TOKYO (Jiji Press) — ');
});

test('an input method composes in an empty lead, after the dateline', async ({ editor }) => {
  await editor.load(lead(), 'ja');
  await editor.press('Control+Home');
  await editor.compose('とう', '東京');
  expect(await editor.lines()).toEqual([`${D}東京`]);
  await editor.press('Enter');
  await editor.compose('に', '二');
  expect(await editor.lines()).toEqual([`${D}東京`, '二']);
});

test('a click and Enter on the dateline ask for its dialog', async ({ editor }) => {
  await editor.load(lead('One.'));
  await button(editor).click();
  expect(await editor.page.evaluate(() => window.harness.opened.length)).toBe(1);
  await editor.place('One');
  await editor.press('Backspace', 'Enter');
  expect(await editor.page.evaluate(() => window.harness.opened.length)).toBe(2);
  await editor.press('Space');
  expect(await editor.page.evaluate(() => window.harness.opened.length)).toBe(3);
  expect(await editor.lines()).toEqual([`${D}One.`]);
});
