import { expect, test } from 'vitest';
import { parseHouse } from '../../../article/house.ts';
import { blocksFromHtml } from '../../../article/html/read.ts';
import { shortBlocks } from '../../article/pasted.ts';
import { pastedStory } from '../../../renderer/editor/tools/pasted-story.ts';

const house = parseHouse({ zone: 'Asia/Tokyo', datelineStyle: 'jiji' });
const HEAD =
  '<h1>Ferries <b>collide</b></h1><p><a href="https://example.com/ann">By Ann Lake</a></p>';

const read = (html: string, from: 'html' | 'galley' = 'html') =>
  pastedStory({ blocks: blocksFromHtml(html), from, text: '' }, house, '2026-03-02T00:00:00Z');

test('marks stay where they were, behind the dateline and in the rail too', () => {
  const story = read(
    `${HEAD}<p><b>OSLO, Norway (AP) — </b>Two <i>ferries</i> met.</p><p>A <b>port</b> shut.</p>
     <h3>Top Articles</h3><ul><li><a href="https://example.com/1">One</a></li><li>Two</li></ul>`,
  );
  expect(story?.article.headline).toBe('Ferries collide');
  expect(story?.article.bylineText).toBe('By Ann Lake');
  const [dateline, lead, second, sidebar] = story?.article.body ?? [];
  expect(dateline).toMatchObject({ type: 'dateline', printed: 'OSLO, Norway (AP) — ' });
  expect(shortBlocks([lead, second].flatMap((block) => block ?? []))).toEqual([
    'p: Two [italic ferries] met.',
    'p: A [bold port] shut.',
  ]);
  expect(sidebar).toMatchObject({ type: 'sidebar', title: 'Top Articles' });
  expect(shortBlocks(sidebar?.type === 'sidebar' ? sidebar.body : [])).toEqual([
    '- [https://example.com/1 One]',
    '- Two',
  ]);
});

const TEXT = '<p>OSLO, Norway (AP) — Two ferries met.</p><p>The port shut.</p>';

test.each([
  ['a picture', '<img src="https://example.com/a.jpg" alt="Fog">'],
  ['a table', '<table><tr><td>One</td><td>Two</td></tr></table>'],
  ['a quotation', '<blockquote><p>“We saw nothing.”</p></blockquote>'],
  ['marks in lines that the copy would part', '<p>One<br><b>Two</b></p>'],
])('%s is not lost to wire copy', (_, more) => {
  expect(read(HEAD + TEXT)).toBeDefined();
  expect(read(HEAD + TEXT + more)).toBeUndefined();
});

test('what was copied in Galley is structured already', () => {
  expect(read(HEAD + TEXT, 'galley')).toBeUndefined();
});
