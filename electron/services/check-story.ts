import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import { type Finding, checkArticle, checkArticleFile } from '../../article/check.ts';
import { type PublishOptions, publish } from '../../article/publish.ts';
import type { PublishedMedia } from './published-media.ts';
import { fileCopies } from './file-copies.ts';
import { placeInDesk } from './inside-desk.ts';
import { decodeText, readBytes } from './read-text.ts';
import { storyPictures } from './story-pictures.ts';

interface CheckOptions extends Required<Pick<PublishOptions, 'resolve'>> {
  /** A person named the file, so a link is followed wherever it leads. */
  isNamed: boolean;
}

/**
 * Everything that an export of the story in this file would warn of or stop at, with what is wrong
 * with the file itself and with its pictures; and copies of it that lie beside it.
 */
export async function checkStory(
  file: string,
  media: PublishedMedia,
  { resolve, isNamed }: CheckOptions,
): Promise<Finding[]> {
  let text: string;
  try {
    if (!isNamed) await placeInDesk(path.dirname(file), file);
    text = decodeText(await readBytes(file));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, message } = error;
    const fault = { code, path: '', message: message.replace(`${file}: `, '') };
    return [{ severity: 'error', ...fault }, ...(await copiesBeside(file))];
  }
  const { article, findings } = checkArticleFile(text);
  if (article === undefined) return [...findings, ...(await copiesBeside(file))];
  const { published } = publish(article, { dropUnknown: true });
  const { faults } = await storyPictures(published, path.dirname(file), media);
  return [
    ...findings,
    ...checkArticle(article, { resolve, now: new Date().toISOString() }),
    ...faults.map((fault): Finding => ({ ...fault, severity: 'error' })),
    ...(await copiesBeside(file, article.id)),
  ];
}

/** That another copy of a story lies at a place, for which a person has to decide. */
export function copyFinding(place: string): Finding {
  return {
    severity: 'warning',
    code: 'copy',
    path: '',
    message: `${place} is another copy of this story; open the story to merge it or to set it aside`,
  };
}

async function copiesBeside(file: string, id?: string): Promise<Finding[]> {
  const folder = path.dirname(file);
  const copies = await fileCopies(folder, id);
  return copies.map(({ name }) => copyFinding(path.join(folder, name)));
}
