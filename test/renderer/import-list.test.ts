import { describe, expect, test } from 'vitest';
import { runDesk } from '../electron/running-desk.ts';
import { eventually } from '../electron/temporary.ts';
import { ImportList } from '../../renderer/app/import/import-list.ts';
import { clientOf } from './window.ts';

/** Longer than the rest in the typing after which a text is read. */
const readAgain = () => new Promise((resolve) => setTimeout(resolve, 400));

describe('what is imported', () => {
  test('tells which pictures were not taken when it is put on the desk', async () => {
    const list = new ImportList(clientOf(await runDesk()));
    list.paste('<h1>Harbour</h1><p>Words.</p><img src="img/gone.jpg" alt="Gone">');
    const stateOf = () => list.snapshot().entries[0]?.state;
    await eventually(() => expect(stateOf()?.kind).toBe('read'));
    const [id] = await list.store();
    expect(id).toBeDefined();
    expect(stateOf()).toMatchObject({
      kind: 'stored',
      notices: [expect.stringContaining('img/gone.jpg')],
    });
    expect(list.isDone).toBe(false);
  });

  test('is done with when all is on the desk and there is nothing to tell', async () => {
    const list = new ImportList(clientOf(await runDesk()));
    list.paste('Harbour\n\nWords.\n');
    await eventually(() => expect(list.snapshot().entries[0]?.state.kind).toBe('read'));
    expect(list.isDone).toBe(false);
    await list.store();
    expect(list.isDone).toBe(true);
  });

  test('is the pasted text as it stands, also right after it was changed', async () => {
    const desk = await runDesk();
    const list = new ImportList(clientOf(desk));
    list.paste('Harbour\n\nWords.\n');
    await eventually(() => expect(list.snapshot().entries[0]?.state.kind).toBe('read'));
    list.paste('Harbour\n\nWords. More words.\n');
    const [id] = await list.store();
    expect((await desk.inFile(id!)).body).toMatchObject([
      { content: [{ text: 'Words. More words.' }] },
    ]);
    expect(list.isDone).toBe(true);
    await readAgain();
    expect(list.isDone).toBe(true);
  });

  test('is nothing where the pasted text was taken away just before', async () => {
    const list = new ImportList(clientOf(await runDesk()));
    list.paste('Harbour\n\nWords.\n');
    await eventually(() => expect(list.snapshot().entries[0]?.state.kind).toBe('read'));
    list.paste('');
    expect(await list.store()).toEqual([]);
    expect(list.snapshot().entries).toEqual([]);
    expect(list.isDone).toBe(false);
  });

  test('waits for what is still being read', async () => {
    const list = new ImportList(clientOf(await runDesk()));
    list.paste('Harbour\n\nWords.\n');
    expect(await list.store()).toHaveLength(1);
    expect(list.isDone).toBe(true);
  });
});
