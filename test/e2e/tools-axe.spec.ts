import { datelineBlock, list, p, sidebar } from '../article/build.ts';
import { axeFaults } from './axe.ts';
import type { EditorPage } from './editor.ts';
import { expect, test } from './tools.ts';

const link = (text: string) => [
  { text, marks: [{ type: 'link', href: 'https://example.com/' } as const] },
];

/** Everything that opens around the text, by the keys that open it. */
const states: Record<string, (editor: EditorPage) => Promise<void>> = {
  palette: async (editor) => {
    await editor.press('Enter');
    await editor.type('/');
    await expect(editor.page.getByRole('listbox', { name: 'Insert' })).toBeVisible();
  },
  'insert menu': (editor) => editor.page.getByRole('button', { name: 'Insert' }).click(),
  'dateline dialog': async (editor) => {
    await editor.press('Control+Shift+l');
    await editor.page.getByRole('checkbox', { name: 'Set by hand' }).check();
    await editor.page.getByRole('combobox', { name: 'Place' }).fill('o');
    await expect(editor.page.getByRole('listbox', { name: 'Places' })).toBeVisible();
  },
  'link dialog with a fault': async (editor) => {
    await editor.press('Control+k');
    await editor.press('Enter');
    await expect(editor.page.getByRole('alert')).toBeVisible();
  },
  'link card': (editor) => editor.place('a link', 2),
  'offer of a card': async (editor) => {
    await editor.press('End', 'Enter');
    await editor.paste({ 'text/plain': 'https://example.com/video' });
    await expect(editor.page.getByRole('group', { name: 'Address pasted' })).toBeVisible();
  },
  'offer of a story': async (editor) => {
    await editor.press('End', 'Enter');
    await editor.paste({ 'text/plain': 'Fog\nBy Ann Lake\nOSLO (AP) — One.\nTwo.\nThree.' });
    await expect(editor.page.getByRole('group', { name: 'Wire copy found' })).toBeVisible();
  },
  'sidebar controls': (editor) => editor.place('Headline', 2),
};

test('everyone can use what opens around the text, in every theme', async ({ editor }) => {
  test.slow();
  for (const [name, open] of Object.entries(states)) {
    await editor.load([
      datelineBlock({ places: [{ name: 'OSLO' }], style: 'ap', printed: 'OSLO — ' }),
      p('Text with '),
      p(link('a link')),
      sidebar('Read more', [list('bulleted', 'Headline')]),
    ]);
    await editor.place('Text with', 9);
    await open(editor);
    const rules = { 'page-has-heading-one': { enabled: false } };
    const found = await axeFaults(editor.page, { rules }, { exclude: 'main > button' });
    expect(found, name).toEqual([]);
    await editor.press('Escape', 'Escape');
  }
});
