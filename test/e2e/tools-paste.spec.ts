import type { Page } from 'playwright/test';
import { heading, p, sidebar, list } from '../article/build.ts';
import { copyElsewhere } from './clipboard.ts';
import type { EditorPage } from './editor.ts';
import { expect, test } from './tools.ts';

const ADDRESS = 'https://www.youtube.com/watch?v=a1B2';
const linked = { text: ADDRESS, marks: [{ type: 'link', href: ADDRESS }] };

const offer = (page: Page) => page.getByRole('group', { name: 'Address pasted' });

/** Pastes with the keys of the system's clipboard. */
async function paste(editor: EditorPage, text: string, keys = 'Control+v', html?: string) {
  await copyElsewhere(editor.page, { text, ...(html !== undefined && { html }) });
  await editor.body.focus();
  await editor.press(keys);
}

test('an address on a line of its own is a link, and a card when it is asked to', async ({
  editor,
}) => {
  const { page } = editor;
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await editor.load([p('Before'), p('')]);
  await editor.press('Control+End');
  await paste(editor, `${ADDRESS}\n`);
  expect(await editor.blocks()).toMatchObject([{}, { type: 'paragraph', content: [linked] }]);
  await expect(offer(page)).toContainText('A link to YouTube.');
  await expect(page.getByRole('group', { name: 'Link', exact: true })).toBeHidden();
  await editor.press('Control+Enter');
  await expect(offer(page)).toBeHidden();
  expect(await editor.blocks()).toMatchObject([
    { type: 'paragraph' },
    { type: 'embed', url: ADDRESS, provider: 'YouTube', title: '' },
    { type: 'paragraph', content: [] },
  ]);
  await expect(editor.body).toBeFocused();
  await editor.press('Control+z');
  expect(await editor.blocks()).toMatchObject([{}, { type: 'paragraph', content: [linked] }]);
  await expect(offer(page)).toBeHidden();
  expect(requests).toEqual([]);
});

test('Escape keeps the link, and so does typing on, which goes on behind it', async ({
  editor,
}) => {
  await editor.load([p('')]);
  await paste(editor, ADDRESS);
  await expect(offer(editor.page)).toBeVisible();
  await editor.press('Escape');
  await expect(offer(editor.page)).toBeHidden();
  await expect(editor.body).toBeFocused();
  await editor.press('Enter');
  await paste(editor, ADDRESS);
  await expect(offer(editor.page)).toBeVisible();
  await editor.type(' shows it');
  await expect(offer(editor.page)).toBeHidden();
  expect(await editor.blocks()).toMatchObject([
    { content: [linked] },
    { content: [linked, { text: ' shows it' }] },
  ]);
});

test('within text, in boxes and in crossheads an address is a link without an offer', async ({
  editor,
}) => {
  await editor.load([p('See .'), heading(''), sidebar('Read more', [list('bulleted', 'One')])]);
  await editor.place('See', 4);
  await paste(editor, ADDRESS);
  await editor.press('ArrowDown', 'End');
  await paste(editor, ADDRESS);
  await editor.place('One', 3);
  await editor.press('Enter');
  await paste(editor, ADDRESS);
  await expect(offer(editor.page)).toBeHidden();
  expect(await editor.blocks()).toMatchObject([
    { content: [{ text: 'See ' }, linked, { text: '.' }] },
    { type: 'heading', content: [linked] },
    { body: [{ items: [{}, { content: [linked] }] }] },
  ]);
});

test('over selected words an address is their link; as plain text it takes their place', async ({
  editor,
}) => {
  await editor.load([p('See the page for more.')]);
  const selectPage = async () => {
    await editor.place('the page');
    await editor.press(...Array<string>(8).fill('Shift+ArrowRight'));
  };
  await selectPage();
  await paste(editor, ADDRESS);
  expect(await editor.blocks()).toMatchObject([
    {
      content: [
        { text: 'See ' },
        { text: 'the page', marks: [{ type: 'link', href: ADDRESS }] },
        { text: ' for more.' },
      ],
    },
  ]);
  await editor.press('Control+z');
  await selectPage();
  await paste(editor, ADDRESS, 'Control+Shift+V');
  expect(await editor.blocks()).toMatchObject([
    { content: [{ text: `See ${ADDRESS} for more.` }] },
  ]);
  await expect(offer(editor.page)).toBeHidden();
});

for (const text of ['https://', 'javascript:alert(1)', 'www.example.com', `${ADDRESS} and more`]) {
  test(`${text} is pasted as the text that it is`, async ({ editor }) => {
    await editor.load([p('')]);
    await paste(editor, text);
    const [block] = await editor.blocks();
    expect(block).toMatchObject({ content: [{ text }] });
    expect(JSON.stringify(block)).not.toContain('link');
    await expect(offer(editor.page)).toBeHidden();
  });
}

test('plain paste takes the text alone, however it was marked', async ({ editor }) => {
  await editor.load([p('')]);
  const html = '<h2>One</h2><p>Two <b>bold</b> <a href="https://example.com/">words</a></p>';
  await paste(editor, 'One\nTwo bold words', 'Control+Shift+V', html);
  expect(await editor.lines()).toEqual(['One', 'Two bold words']);
  expect(JSON.stringify(await editor.blocks())).not.toContain('marks');
  await editor.press('Control+z');
  await paste(editor, 'One\nTwo bold words', 'Control+v', html);
  expect(await editor.lines()).toEqual(['## One', 'Two bold words']);
  expect(JSON.stringify(await editor.blocks())).toContain('"bold"');
});

test('a paragraph that a program has wrapped is pasted whole', async ({ editor }) => {
  const lines = [
    'A storm that came in from the sea at night shut the port of Oslo on',
    'Sunday, and it kept every ferry in the harbour until the tide of the',
    'next morning, officials said.',
  ];
  for (const keys of ['Control+v', 'Control+Shift+V']) {
    await editor.load([p('')]);
    await paste(editor, lines.join('\r\n'), keys);
    expect(await editor.lines()).toEqual([lines.join(' ')]);
  }
});
