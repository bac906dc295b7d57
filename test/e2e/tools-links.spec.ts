import { heading, image, list, p, sidebar } from '../article/build.ts';
import { expect, test } from './tools.ts';

const field = 'Address or story';

test('selected text is linked to an address, and kept', async ({ editor }) => {
  await editor.load([p('See the page for more.')]);
  await editor.place('the page');
  await editor.press(...Array<string>(8).fill('Shift+ArrowRight'));
  await editor.press('Control+k');
  await editor.type('example.com/page');
  await editor.press('Enter');
  await expect(editor.body).toBeFocused();
  await editor.type('s');
  expect(await editor.blocks()).toMatchObject([
    {
      content: [
        { text: 'See ' },
        { text: 'the page', marks: [{ type: 'link', href: 'https://example.com/page' }] },
        { text: 's for more.' },
      ],
    },
  ]);
});

test('a story of the desk is found by its headline and chosen by keys', async ({ editor }) => {
  const { page } = editor;
  await editor.load([p('The tram line divides the city.')]);
  await editor.place('tram');
  await editor.press('Control+Shift+ArrowRight', 'Control+k');
  await editor.type('council');
  await expect(page.getByRole('option')).toHaveText([/Council votes on the tram line/]);
  await editor.press('ArrowDown', 'Enter');
  await expect(page.getByRole('dialog')).toContainText('no address yet');
  await editor.press('Enter');
  const [block] = await editor.blocks();
  expect(block).toMatchObject({
    content: [{ text: 'The ' }, { marks: [{ type: 'link', article: 'tram' }] }, {}],
  });
});

test('what is no address is refused in words; nothing is linked', async ({ editor }) => {
  const { page } = editor;
  await editor.load([p('word')]);
  await editor.press('Control+a', 'Control+k');
  await editor.type('javascript:alert(1)');
  await editor.press('Enter');
  await expect(page.getByRole('alert')).toContainText('no address that can be published');
  await editor.press('Escape');
  expect(await editor.blocks()).toMatchObject([{ content: [{ text: 'word' }] }]);
});

test('a link that is not to be made is cancelled with the mouse', async ({ editor }) => {
  const { page } = editor;
  await editor.load([p('word'), image({ file: '0a0a0a0a0a0a0a0a.png', alt: 'A quay' })]);
  const cancel = async (name: string) => {
    await editor.press('Control+k');
    await page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
  };
  for (const name of ['Cancel', 'Close']) {
    await editor.place('word', 0);
    await editor.press('Shift+End');
    await cancel(name);
    await page.getByRole('textbox', { name: 'Caption' }).click();
    await editor.type('quay ');
    await cancel(name);
    await expect(page.getByRole('textbox', { name: 'Caption' })).toBeFocused();
  }
  expect(await editor.blocks()).toMatchObject([
    { content: [{ text: 'word' }] },
    { caption: [{ text: 'quay quay ' }] },
  ]);
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('without a selection the link brings its own text', async ({ editor }) => {
  const { page } = editor;
  await editor.load([p('See ')]);
  await editor.place('See', 4);
  await editor.press('Control+k');
  await editor.type('https://example.com/');
  await expect(page.getByRole('textbox', { name: 'Text' })).toHaveValue('example.com');
  await editor.press('Enter');
  await editor.type(', he said');
  const link = { type: 'link', href: 'https://example.com/' };
  expect(await editor.blocks()).toMatchObject([
    { content: [{ text: 'See ' }, { text: 'example.com', marks: [link] }, { text: ', he said' }] },
  ]);
});

test('the card at a link shows where it leads, changes it and takes it away', async ({
  editor,
}) => {
  const { page } = editor;
  const card = page.getByRole('group', { name: 'Link', exact: true });
  await editor.load([
    p([
      { text: 'See ' },
      { text: 'the page', marks: [{ type: 'link', href: 'https://example.com/a' }] },
      { text: ' and ' },
      { text: 'the bridge', marks: [{ type: 'link', article: 'bridge' }] },
    ]),
  ]);
  await editor.place('See', 1);
  await expect(card).toBeHidden();
  await editor.place('the bridge', 3);
  await expect(card).toContainText('Harbour bridge to close');
  await editor.place('the page', 3);
  await expect(card).toContainText('example.com/a');
  await card.getByRole('button', { name: 'Edit link' }).click();
  await expect(page.getByRole('combobox', { name: field })).toHaveValue('https://example.com/a');
  await page.getByRole('combobox', { name: field }).fill('mailto:desk@example.com');
  await editor.press('Enter');
  await editor.place('the page', 3);
  await expect(card).toContainText('desk@example.com');
  await card.getByRole('button', { name: 'Remove link' }).click();
  await expect(card).toBeHidden();
  expect(await editor.blocks()).toMatchObject([
    { content: [{ text: 'See the page and ' }, { marks: [{ article: 'bridge' }] }] },
  ]);
  expect(page.url()).toContain('?tools');
});

test('Escape puts the card away until the caret leaves the link', async ({ editor }) => {
  const card = editor.page.getByRole('group', { name: 'Link', exact: true });
  await editor.load([
    p([
      { text: 'See ' },
      { text: 'this', marks: [{ type: 'link', href: 'https://example.com/' }] },
    ]),
  ]);
  await editor.place('this', 2);
  await expect(card).toBeVisible();
  await editor.press('Escape', 'ArrowRight');
  await expect(card).toBeHidden();
  await editor.place('See', 1);
  await editor.place('this', 2);
  await expect(card).toBeVisible();
});

const href = 'https://example.com/page';
const linkedLine = (to = href) =>
  p([{ text: 'See ' }, { text: 'the page', marks: [{ type: 'link', href: to }] }, { text: '.' }]);

test('the card stands at its link, in sight, and lets clicks through to the lines behind it', async ({
  editor,
}) => {
  const { page } = editor;
  const card = page.getByRole('group', { name: 'Link', exact: true });
  await editor.load([p('Above'), linkedLine(), p('Below the link')]);
  for (const line of ['Above', 'Below the link']) {
    await editor.place('the page', 3);
    await expect(card).toContainText('example.com/page');
    await page.getByText(line).click({ position: { x: 45, y: 10 } });
    await expect(card).toBeHidden();
  }
  const many = Array.from({ length: 40 }, (_, at) => p(`Line ${at}`));
  await editor.load([...many.slice(0, 20), linkedLine(), ...many.slice(20)]);
  const link = page.getByRole('link', { name: 'the page' });
  for (const block of ['start', 'center', 'end'] as const) {
    await editor.place('Line 3', 1);
    await link.evaluate((element, at) => element.scrollIntoView({ block: at }), block);
    await link.click();
    await expect(card).toBeInViewport({ ratio: 1 });
    const [shown, box] = [await card.boundingBox(), await link.boundingBox()];
    if (shown === null || box === null) throw new Error('neither is to be seen');
    const gap = Math.max(shown.y - (box.y + box.height), box.y - (shown.y + shown.height));
    expect(gap, block).toBeGreaterThanOrEqual(0);
    expect(gap, block).toBeLessThan(12);
    expect(Math.abs(shown.x - box.x), block).toBeLessThan(24);
  }
  await page.mouse.wheel(0, -100);
  await page.waitForTimeout(100);
  const [shown, box] = [await card.boundingBox(), await link.boundingBox()];
  expect(Math.abs((shown?.y ?? 0) - (box?.y ?? 0)), 'it goes with its link').toBeLessThan(60);
});

test('Ctrl and a click, or the card, opens a link in a page of its own; a click does not', async ({
  editor,
}) => {
  const { page } = editor;
  const context = page.context();
  await context.route('https://example.com/**', (route) => route.fulfill({ body: 'Outside' }));
  await editor.load([linkedLine()]);
  const link = page.getByRole('link', { name: 'the page' });
  await link.click();
  await editor.settle();
  expect(context.pages()).toHaveLength(1);
  const opened = async (act: () => Promise<void>) => {
    const [other] = await Promise.all([context.waitForEvent('page'), act()]);
    await other.waitForLoadState();
    expect(other.url()).toBe(href);
    expect(await other.evaluate(() => [window.opener, document.referrer])).toEqual([null, '']);
    await other.close();
  };
  await opened(() => link.click({ modifiers: ['Control'] }));
  await editor.place('the page', 3);
  await opened(() => page.getByRole('button', { name: 'Open link' }).click());
  expect(await editor.blocks()).toMatchObject([{ content: [{}, { text: 'the page' }, {}] }]);
});

test('an address of another kind is not opened', async ({ editor }) => {
  const { page } = editor;
  for (const to of ['javascript:alert(1)', 'file:///etc/passwd', 'tel:123', '/page', '#']) {
    await editor.load([linkedLine(to)]);
    await page.getByText('the page').click({ modifiers: ['Control'] });
    await editor.place('the page', 3);
    await page.getByRole('button', { name: 'Open link' }).click();
  }
  expect(page.context().pages()).toHaveLength(1);
});

test('a headline of a sidebar is linked as a whole, from the caret or its button', async ({
  editor,
}) => {
  const { page } = editor;
  await editor.load([
    p('Text'),
    sidebar('Read more', [list('bulleted', 'The tram line', 'The bridge')]),
  ]);
  await editor.place('The tram line', 5);
  await editor.press('Control+k');
  await editor.type('tram');
  await expect(page.getByRole('option')).toHaveCount(1);
  await editor.press('ArrowDown', 'Enter', 'Enter');
  await page.getByText('The bridge').hover();
  await page.getByRole('button', { name: 'Link headline' }).click();
  await editor.type('https://example.com/bridge');
  await editor.press('Enter');
  expect((await editor.blocks())[1]).toMatchObject({
    body: [
      {
        items: [
          { content: [{ text: 'The tram line', marks: [{ article: 'tram' }] }] },
          { content: [{ text: 'The bridge', marks: [{ href: 'https://example.com/bridge' }] }] },
        ],
      },
    ],
  });
});

test('an empty headline takes the headline of the story that it is linked to', async ({
  editor,
}) => {
  const { page } = editor;
  await editor.load([p('Text'), sidebar('Read more', [list('bulleted', '')]), heading('Below')]);
  await editor.page.getByText('Read more').click();
  await editor.press('Enter', 'Control+k');
  await editor.type('bridge');
  await expect(page.getByRole('option')).toHaveCount(1);
  await editor.press('ArrowDown', 'Enter', 'Enter', 'Enter');
  await editor.type('Next');
  expect(await editor.lines()).toEqual([
    'Text',
    '= Read more (links, rail)',
    '  - Harbour bridge to close',
    '  - Next',
    '## Below',
  ]);
});
