import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type RunningDesk, faultOf, runDesk } from '../electron/running-desk.ts';
import { speakTo, stubWindow } from './window.ts';

stubWindow();
const { desk: shown, readDesk } = await import('../../renderer/desk/desk-store.ts');
const { duplicateArticle, opened, openArticle, unwritten } =
  await import('../../renderer/session/open-article.ts');

/** Makes the file of a story one that can be read and not written. */
async function lock(desk: RunningDesk, id: string): Promise<string> {
  const file = path.join(await desk.folderOf(id), 'article.json');
  const text = await fs.readFile(file, 'utf8');
  await fs.writeFile(file, text.replace('"version": 1', '"version": 9'));
  return file;
}

/** A story of a desk, open in the window. */
async function open() {
  const desk = await runDesk();
  speakTo(desk);
  const { id } = (await desk.call('articles.create', {})).article;
  await readDesk();
  await openArticle(id);
  const { session } = opened.snapshot();
  if (session === undefined) throw new Error('nothing is open');
  return { desk, session, id };
}

describe('a copy of a story', () => {
  test('has the last words of it', async () => {
    const { session, id } = await open();
    session.change({ headline: 'Harbour opens' });
    await duplicateArticle(id);
    const copy = opened.snapshot().session!;
    expect(copy.id).not.toBe(id);
    expect(copy.snapshot().article.headline).toBe('Harbour opens');
  });

  test('is not made of an old file when the last words cannot be written', async () => {
    const { desk, session, id } = await open();
    const file = await lock(desk, id);
    session.change({ headline: 'Harbour opens' });
    const fault = await faultOf(duplicateArticle(id));
    expect(fault.code).toBe('unsaved');
    expect(fault.message).toContain(file);
    expect(opened.snapshot().session).toBe(session);
    await readDesk();
    expect(shown.snapshot().all).toHaveLength(1);
  });
});

test('a story that came from a file says what could not be brought along', async () => {
  const { desk } = await open();
  const { id } = (await desk.call('articles.create', {})).article;
  await openArticle(id, { notices: ['A picture was not taken.'] });
  expect(opened.snapshot()).toMatchObject({
    session: { id },
    notices: ['A picture was not taken.'],
  });
});

test('a window tells its host which words are in no file, and why', async () => {
  const { desk, session, id } = await open();
  session.change({ headline: 'Harbour opens' });
  await session.flush();
  expect(unwritten().filter(({ article }) => article.id === id)).toEqual([]);
  const file = await lock(desk, id);
  session.change({ headline: 'Harbour closes' });
  await session.flush();
  expect(unwritten().filter(({ article }) => article.id === id)).toEqual([
    { article: session.snapshot().article, reason: expect.stringContaining(file) },
  ]);
});
