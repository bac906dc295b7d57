import { customAlphabet } from 'nanoid';
import { v7 } from 'uuid';

/** Mints an id for a block or a list item: ten letters and digits, unique in practice in a desk. */
export const newBlockId: () => string = customAlphabet('0123456789abcdefghijklmnopqrstuvwxyz', 10);

/** Mints an id for an article: a UUID of version 7, so ids sort by the time they were made. */
export function newArticleId(): string {
  return v7();
}
