import { correction, p } from '../article/build.ts';
import { expect, test } from './tools.ts';

const NOW = new Date('2026-01-31T12:34:56Z');

test('a correction note is written with marks and a link, at this minute of the house', async ({
  editor,
}) => {
  const { page } = editor;
  await page.clock.setFixedTime(NOW);
  await editor.load([p('')]);
  await editor.type('/corr');
  await editor.press('Enter');
  const note = page.getByRole('group', { name: 'Correction' });
  await expect(note.getByLabel('Time of the note, Asia/Tokyo')).toHaveValue('2026-01-31T21:34');
  await expect(note).toContainText('JST');
  await editor.type('The tide was at ');
  await editor.press('Control+b');
  await editor.type('noon');
  await editor.press('Control+b', 'Control+Shift+ArrowLeft', 'Control+k');
  await editor.type('example.com/tide');
  await editor.press('Enter');
  expect((await editor.blocks())[0]).toMatchObject({
    type: 'correction',
    kind: 'correction',
    at: '2026-01-31T21:34:00+09:00',
    content: [
      { text: 'The tide was at ' },
      {
        text: 'noon',
        marks: [{ type: 'bold' }, { type: 'link', href: 'https://example.com/tide' }],
      },
    ],
  });
});

test('kind and time of a note are reached by keys, and its time is that of the house', async ({
  editor,
}) => {
  const { page } = editor;
  await editor.load([correction('The hour.', { at: '2025-12-01T00:05:30Z' }), p('After')]);
  const time = page.getByLabel('Time of the note, Asia/Tokyo');
  await expect(time).toHaveValue('2025-12-01T09:05');
  await editor.place('The hour.', 4);
  await editor.press('Shift+Tab');
  await expect(time).toBeFocused();
  await time.fill('2026-02-03T18:30');
  await editor.press('Shift+Tab');
  await expect(page.getByRole('combobox', { name: 'Kind of note' })).toBeFocused();
  await page.getByRole('combobox', { name: 'Kind of note' }).selectOption('Update');
  await editor.press('Tab');
  await time.press('Enter');
  await editor.type('At ');
  expect((await editor.blocks())[0]).toMatchObject({
    kind: 'update',
    at: '2026-02-03T18:30:00+09:00',
    content: [{ text: 'At The hour.' }],
  });
});

test('what was written instead of a time is shown and kept until there is one', async ({
  editor,
}) => {
  const { page } = editor;
  await editor.load([correction('The hour.', { at: 'about noon' }), p('After')]);
  const time = page.getByLabel('Time of the note, Asia/Tokyo');
  await expect(page.getByRole('group', { name: 'Correction' })).toContainText('about noon');
  await time.fill('');
  expect((await editor.blocks())[0]).toMatchObject({ at: 'about noon' });
  await time.fill('2026-02-03T18:30');
  expect((await editor.blocks())[0]).toMatchObject({ at: '2026-02-03T18:30:00+09:00' });
  await time.fill('');
  expect((await editor.blocks())[0]).toMatchObject({ at: '' });
});
