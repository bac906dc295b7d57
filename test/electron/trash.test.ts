import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isInTrash, putInTrash, trashedBy } from '../../electron/services/trash.ts';
import { temporaryFolder } from './temporary.ts';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';

test('a story that was moved to the trash is there, whatever fault comes after', async () => {
  const desk = await temporaryFolder();
  const trash = path.join(desk, '.galley/trash');
  const folder = path.join(desk, 'articles/harbour');
  await fs.mkdir(folder, { recursive: true });
  // With the folder moved, what it was in cannot be opened by this name.
  const by = { name: 'Ana', installation: id };
  await putInTrash(trash, `${folder}/../harbour`, id, by);
  expect(await isInTrash(trash, id)).toBe(true);
  expect(await trashedBy(trash, id)).toEqual(by);
});
