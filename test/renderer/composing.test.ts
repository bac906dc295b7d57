// @vitest-environment jsdom
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { Article } from '../../article/article.ts';
import { p } from '../article/build.ts';
import { plainText } from '../../article/inline.ts';
import { DeskStore } from '../../renderer/app/desk/desk-store.ts';
import { Notices } from '../../renderer/app/notices.ts';
import { Sessions } from '../../renderer/app/session/sessions.ts';
import { Typing } from '../../renderer/app/session/typing.ts';
import { runDesk } from '../electron/running-desk.ts';
import { eventually } from '../electron/temporary.ts';
import { clientOf } from './window.ts';

let typing: Typing;
beforeEach(() => {
  typing = new Typing();
  onTestFinished(typing.watch());
});

const tell = (type: string) => void window.dispatchEvent(new CompositionEvent(type));

const words = ({ body }: Article) =>
  body.map((block) => ('content' in block ? plainText(block.content) : ''));

/** The article with other words in one paragraph. */
const rewrite = (article: Article, index: number, text: string): Article => ({
  ...article,
  body: article.body.map((block, at) => (at === index ? { ...p(text), id: block.id } : block)),
});

test('words of others that come with the answer of a save wait until the word is composed', async () => {
  const desk = await runDesk();
  const made = await desk.call('articles.create', {});
  const begun = { ...made.article, body: [p('One.'), p('Two.')] };
  await desk.call('articles.save', { article: begun, base: made.hash });
  const opened = await desk.call('articles.open', { id: begun.id });
  const client = clientOf(desk);
  const notices = new Notices();
  const sessions = new Sessions(client, new DeskStore(client, notices), notices, typing);
  const session = sessions.open(await client.call('articles.open', { id: begun.id }));
  onTestFinished(() => session.dispose());
  const theirs = rewrite(opened.article, 1, 'Theirs.');
  await desk.call('articles.save', { article: theirs, base: opened.hash, window: 'there' });

  tell('compositionstart');
  session.change({ body: rewrite(opened.article, 0, 'に').body });
  await session.flush({ unasked: true });
  expect(words(await desk.inFile(begun.id))).toEqual(['に', 'Theirs.']);
  expect(words(session.snapshot().article), 'nothing is changed under the hands').toEqual([
    'に',
    'Two.',
  ]);
  expect(session.snapshot().load).toBe(0);
  session.change({ body: rewrite(session.snapshot().article, 0, '日本').body });
  tell('compositionend');
  await eventually(() => {
    expect(words(session.snapshot().article)).toEqual(['日本', 'Theirs.']);
    expect(session.snapshot().save.kind).toBe('saved');
  });
  expect(words(await desk.inFile(begun.id))).toEqual(['日本', 'Theirs.']);
});

test('a word whose end nobody tells of is over when the text goes, or another field has the focus', async () => {
  const stop = typing.watch();
  tell('compositionstart');
  const over = typing.composed();
  stop();
  await over;
  expect(typing.isComposing).toBe(false);
  tell('compositionstart');
  window.dispatchEvent(new FocusEvent('focusin'));
  await typing.composed();
  expect(typing.isComposing).toBe(false);
});
