import { embed, image, p } from '../article/build.ts';
import type { Bridge } from '../../electron/contract/bridge.ts';
import { copyElsewhere } from './clipboard.ts';
import type { EditorPage } from './editor.ts';
import { expect, PICTURE, test } from './tools.ts';

const FILE = `${'0a'.repeat(8)}.png`;
const bold = { type: 'bold' } as const;

const field = (editor: EditorPage, name: string) =>
  editor.page.getByRole('group', { name: /^(?:Picture|Embed)/ }).getByRole('textbox', { name });

/** Pastes or drops a file as a person does. */
async function give(editor: EditorPage, kind: 'paste' | 'drop', name: string, type: string) {
  await editor.page.evaluate(
    ([event, fileName, fileType]) => {
      const data = new DataTransfer();
      data.items.add(new File(['bytes'], fileName, { type: fileType }));
      const target = document.querySelector('.article-text > p') as HTMLElement;
      const { left, top, height } = target.getBoundingClientRect();
      const place = { clientX: left + 2, clientY: top + height / 2 };
      const init = { bubbles: true, cancelable: true };
      target.dispatchEvent(
        event === 'drop'
          ? new DragEvent('drop', { ...init, ...place, dataTransfer: data })
          : new ClipboardEvent('paste', { ...init, clipboardData: data }),
      );
    },
    [kind, name, type] as const,
  );
}

test('a picture is chosen, comes into sight, and is filled in from its file and by hand', async ({
  editor,
}) => {
  const above = Array.from({ length: 60 }, (_, at) => p(`Line ${at}`));
  await editor.load([...above, p(''), ...above]);
  await editor.place('Line 59');
  await editor.press('ArrowDown');
  const last = editor.page.getByText('Line 59').first();
  await last.evaluate((line) => line.scrollIntoView({ block: 'end' }));
  await editor.type('/pict');
  const choosing = editor.page.waitForEvent('filechooser');
  await editor.press('Enter');
  const chooser = await choosing;
  await chooser.setFiles({ name: 'quay.png', mimeType: 'image/png', buffer: Buffer.from('x') });
  const card = editor.page.getByRole('group', { name: 'Picture: The quay' });
  await expect(card.locator('img')).toHaveAttribute('src', `/media/story/${FILE}`);
  await expect(card).toBeInViewport({ ratio: 1 });
  await expect(card.getByText('from the file')).toHaveCount(2);
  await expect(card.getByText('Alt text is missing')).toBeVisible();
  await editor.press('Enter', 'End');
  await editor.type(' at noon');
  await editor.press('Enter');
  await editor.type('Boats');
  await expect(card.getByText('Alt text is missing')).toHaveCount(0);
  await expect(card.getByText('from the file')).toHaveCount(1);
  const block = (await editor.blocks()).find(({ type }) => type === 'image');
  expect(block).toMatchObject({
    type: 'image',
    file: FILE,
    alt: 'Boats',
    caption: [{ text: 'The quay at noon' }],
    credit: 'Ann',
    from: { caption: 'The quay', credit: 'Ann' },
  });
});

test('pictures are dropped and pasted; one that is refused is said and changes nothing', async ({
  editor,
}) => {
  await editor.load([p('Text')]);
  await give(editor, 'drop', 'quay.png', 'image/png');
  await expect(editor.page.getByRole('group', { name: 'Picture: The quay' })).toHaveCount(1);
  await editor.place('Text', 4);
  await give(editor, 'paste', '', 'image/png');
  await expect(editor.page.getByRole('group', { name: 'Picture: The quay' })).toHaveCount(2);
  const before = await editor.lines();
  await give(editor, 'drop', 'map.svg', 'image/svg+xml');
  await editor.settle();
  expect(await editor.lines()).toEqual(before);
});

test('pictures and tables leave no empty line behind, but one to write on at the end', async ({
  editor,
}) => {
  const { page } = editor;
  const choose = async (...names: string[]) => {
    const files = names.map((name) => ({ name, mimeType: 'image/png', buffer: Buffer.from('x') }));
    const shown = await page.getByRole('group', { name: /^Picture/ }).count();
    await page.getByLabel('Picture…', { exact: true }).setInputFiles(files);
    const pictures = page.getByRole('group', { name: /^Picture/ });
    await expect(pictures).toHaveCount(shown + names.length);
  };
  await editor.load([p('One'), p(''), p('Two'), p('Three')]);
  await editor.place('One', 3);
  await editor.press('ArrowDown');
  await choose('a.png', 'b.png');
  await page.getByText('Two').click();
  await choose('c.png');
  const middle = ['One', '(image)', '(image)', 'Two', '(image)', 'Three'];
  expect(await editor.lines()).toEqual(middle);
  await page.getByText('Three').click();
  await choose('d.png', 'e.png');
  expect(await editor.lines()).toEqual([...middle, '(image)', '(image)', '']);
  await page.getByText('One', { exact: true }).click();
  await editor.press('End', 'Enter');
  await editor.type('/table');
  await editor.press('Enter');
  await editor.type('Town');
  expect((await editor.lines()).slice(0, 3)).toEqual(['One', '(table)', '(image)']);
});

test('a picture copied in the browser comes with its bytes and its alt text', async ({
  editor,
}) => {
  const { page } = editor;
  await editor.load([p('Text')]);
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(4, 3);
    canvas.getContext('2d');
    const bytes = await canvas.convertToBlob({ type: 'image/png' });
    const html = '<img src="https://example.com/quay.png" alt="Boats at the quay">';
    await navigator.clipboard.write([
      new ClipboardItem({
        'image/png': bytes,
        'text/html': new Blob([html], { type: 'text/html' }),
      }),
    ]);
  });
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await editor.press('End', 'Control+v');
  await expect(page.getByRole('group', { name: 'Picture: The quay' })).toHaveCount(1);
  await editor.settle();
  const [, block] = await editor.blocks();
  expect(block).toMatchObject({ type: 'image', file: FILE, alt: 'Boats at the quay' });
  const shown = page.getByRole('img', { name: 'Boats at the quay' });
  await expect
    .poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBeGreaterThan(0);
  // The browser may still have the story's own picture from before, and not ask for it again.
  expect(asked.filter((path) => path !== `/media/story/${FILE}`)).toEqual([]);
});

test('a pasted picture that comes late stays, whatever is undone and done again meanwhile', async ({
  editor,
}) => {
  const { page } = editor;
  const picture = async () => (await editor.blocks()).find(({ type }) => type === 'image');
  const pasteSlowly = async () => {
    await page.evaluate(() => {
      const host = window as unknown as { galley: Bridge; deliver: () => void };
      const { call } = host.galley;
      host.galley.call = async (...asked) => {
        await new Promise<void>((resolve) => Object.assign(host, { deliver: resolve }));
        host.galley.call = call;
        return call(...asked);
      };
    });
    // What is smaller is a spacer.
    const bytes = Buffer.concat([PICTURE, Buffer.alloc(2000)]).toString('base64');
    const html = `<p>Pasted</p><img src="data:image/png;base64,${bytes}" alt="Boats">`;
    await copyElsewhere(page, { text: 'Pasted', html });
    await editor.press('Control+Home', 'Control+v');
    expect(await picture()).not.toHaveProperty('file');
  };
  const deliver = () => page.evaluate(() => (window as unknown as { deliver(): void }).deliver());

  await editor.load([p('Text')]);
  await pasteSlowly();
  await editor.press('Control+End');
  await editor.type(' more');
  await deliver();
  await expect.poll(picture).toMatchObject({ file: FILE });
  await editor.press('Control+z');
  expect(JSON.stringify(await editor.blocks())).not.toContain('more');
  expect(await picture()).toMatchObject({ file: FILE, alt: 'Boats' });
  await editor.press('Control+z');
  expect(await editor.blocks()).toMatchObject([{ content: [{ text: 'Text' }] }]);
  await editor.press('Control+Shift+z');
  expect(await picture()).toMatchObject({ file: FILE, alt: 'Boats' });

  await editor.load([p('Text')]);
  await pasteSlowly();
  await editor.press('Control+z');
  await deliver();
  await editor.settle();
  expect(await editor.blocks()).toMatchObject([{ content: [{ text: 'Text' }] }]);
  await editor.press('Control+Shift+z');
  expect(await picture()).toMatchObject({ file: FILE, alt: 'Boats' });
});

test('a caption keeps its marks, and what Galley does not know of a picture stays', async ({
  editor,
}) => {
  const odd = { ...image({ caption: [{ text: 'In ' }, { text: 'bold', marks: [bold] }] }), x: [1] };
  await editor.load([{ ...odd, source: 'https://example.com/a.jpg' }, p('After')]);
  await expect(editor.page.getByText('It is at example.com/a.jpg')).toBeVisible();
  await field(editor, 'Caption').click();
  await editor.press('Home');
  await editor.type('All ');
  await editor.page.getByRole('checkbox', { name: /Decorative/ }).check();
  expect((await editor.blocks())[0]).toMatchObject({
    x: [1],
    decorative: true,
    caption: [{ text: 'All In ' }, { text: 'bold', marks: [bold] }],
  });
  await editor.page.getByRole('checkbox', { name: /Decorative/ }).uncheck();
  expect((await editor.blocks())[0]).not.toHaveProperty('decorative');
  await editor.press('Escape', 'Alt+ArrowDown');
  expect(await editor.lines()).toEqual(['After', '(image)']);
  await editor.press('Backspace');
  expect(await editor.lines()).toEqual(['After']);
  await editor.press('Control+z');
  expect(await editor.lines()).toEqual(['After', '(image)']);
});

test('an embed is a card that loads nothing', async ({ editor }) => {
  const asked: string[] = [];
  editor.page.on('request', (request) => asked.push(request.url()));
  await editor.load([p('')]);
  await editor.type('/embed');
  await editor.press('Enter');
  await editor.type('youtube.com/watch?v=1');
  await editor.press('Enter');
  await editor.press('Enter', 'ArrowDown');
  await editor.type('Tide at noon');
  expect((await editor.blocks())[0]).toMatchObject({
    ...embed('https://youtube.com/watch?v=1', { provider: 'YouTube', title: 'Tide at noon' }),
    id: expect.stringMatching(/./) as unknown as string,
  });
  expect(asked).toEqual([]);
});
