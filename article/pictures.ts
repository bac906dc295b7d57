import type { Block } from './blocks/blocks.ts';
import { type Hold, holdsOf, mapHeld } from './blocks/holds.ts';
import type { Picture } from './blocks/picture.ts';
import { blockSpecs, knownSpec } from './blocks/specs.ts';
import type { Warning } from './publish.ts';

/** A picture of a story and where it is: `body[3]`, `body[4].images[0]`. */
export interface PlacedPicture {
  picture: Picture;
  path: string;
}

const holdsBlocks = (hold: Hold): boolean =>
  hold.is === 'blocks' || (hold.is === 'parts' && hold.holds.some(holdsBlocks));

/** The types of block with pictures, or with blocks inside that may have some. */
const MAY_HAVE_PICTURES: ReadonlySet<string> = new Set(
  Object.values(blockSpecs)
    .filter(({ holds, mapPictures: own }) => own !== undefined || holds.some(holdsBlocks))
    .map(({ type }) => type),
);

/** The pictures in blocks at any depth, in the order of the story. */
export function picturesOf(blocks: readonly Block[], path = 'body'): PlacedPicture[] {
  return blocks.flatMap((block, index) => {
    if (!MAY_HAVE_PICTURES.has(block.type)) return [];
    const at = `${path}[${index}]`;
    const own = knownSpec(block)?.mapPictures;
    if (own !== undefined) {
      const pictures: PlacedPicture[] = [];
      own(block, (picture, place) => {
        pictures.push({ picture, path: place === '' ? at : `${at}.${place}` });
        return picture;
      });
      return pictures;
    }
    const inside: PlacedPicture[] = [];
    const collect = (inner: readonly Block[], place: string) => {
      inside.push(...picturesOf(inner, place));
      return [...inner];
    };
    mapHeld(block, holdsOf(block), { blocks: collect }, at);
    return inside;
  });
}

/** The blocks with every picture in them changed, at any depth; `change` keeps keys it does not know. */
export function mapPictures(
  blocks: readonly Block[],
  change: (picture: Picture) => Picture,
): Block[] {
  return blocks.map((block): Block => {
    if (!MAY_HAVE_PICTURES.has(block.type)) return block;
    const own = knownSpec(block)?.mapPictures;
    if (own !== undefined) return own(block, change);
    return mapHeld(block, holdsOf(block), { blocks: (inner) => mapPictures(inner, change) });
  });
}

/** What the desk should know of a file that goes out without the pictures of its story, if any. */
export function picturesApart(count: number): Warning[] {
  if (count === 0) return [];
  const pictures = count === 1 ? 'The picture of the story is' : `${count} pictures are`;
  const message = `${pictures} not in this file; a page folder has them beside the page.`;
  return [{ code: 'pictures-apart', path: 'body', message }];
}
