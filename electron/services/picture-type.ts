import { AppError } from '../../article/app-error.ts';

/** A kind of picture that Galley takes: what every browser shows and nothing that can run. */
export interface PictureType {
  id: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif';
  /** The ending of its files, without the dot. */
  ending: string;
  mime: string;
}

const TYPES = {
  jpeg: { id: 'jpeg', ending: 'jpg', mime: 'image/jpeg' },
  png: { id: 'png', ending: 'png', mime: 'image/png' },
  webp: { id: 'webp', ending: 'webp', mime: 'image/webp' },
  gif: { id: 'gif', ending: 'gif', mime: 'image/gif' },
  avif: { id: 'avif', ending: 'avif', mime: 'image/avif' },
} as const satisfies Record<string, PictureType>;

/**
 * What a picture is, by its first bytes; its name is not asked. Throws an AppError `not-a-picture`
 * that says what it is instead, as far as that can be seen, and what to do; `name` is for the
 * message.
 */
export function pictureType(bytes: Uint8Array, name: string): PictureType {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  const type = knownType(head);
  if (type !== undefined) return type;
  throw new AppError('not-a-picture', `${name}: ${reasonAgainst(head)}`);
}

/** The type of a stored or published picture, by the ending of its name. */
export function typeOfName(name: string): PictureType | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1);
  return Object.values(TYPES).find((type) => type.ending === ending || type.id === ending);
}

function knownType(head: string): PictureType | undefined {
  if (head.startsWith('\xFF\xD8\xFF')) return TYPES.jpeg;
  if (head.startsWith('\x89PNG\r\n\x1A\n')) return TYPES.png;
  if (/^GIF8[79]a/u.test(head)) return TYPES.gif;
  if (/^RIFF[^]{4}WEBP/u.test(head)) return TYPES.webp;
  return isoBrands(head).some((brand) => brand === 'avif' || brand === 'avis')
    ? TYPES.avif
    : undefined;
}

/** The brands of an ISO media file, in which AVIF, HEIC and videos come. */
function isoBrands(head: string): string[] {
  if (head.slice(4, 8) !== 'ftyp') return [];
  const size = Buffer.from(head.slice(0, 4), 'latin1').readUInt32BE(0);
  return head.slice(8, Math.min(size, 256)).match(/[^]{4}/gu) ?? [];
}

const FIX = 'save it as JPEG or PNG and add that';

function reasonAgainst(head: string): string {
  if (head === '') return 'the file is empty; get it again and add that';
  const text = head.replace(/^\xEF\xBB\xBF/u, '').trimStart();
  if (/^<svg[\s>]|<svg[\s>]/iu.test(text) && text.startsWith('<')) {
    return `an SVG is a page that may run programs and fetch things, so it is not taken as a picture; ${FIX}`;
  }
  const other = OTHERS.find(({ starts }) => starts.some((start) => head.startsWith(start)))?.kind;
  if (other !== undefined) return `${other} is not shown by every browser; ${FIX}`;
  if (isoBrands(head).length > 0) {
    return `a HEIC picture or a video is not shown by every browser; ${FIX}`;
  }
  if (text.startsWith('%PDF-'))
    return 'this is a PDF, not a picture; save its picture as JPEG or PNG';
  return `this is not a JPEG, PNG, WebP, GIF or AVIF picture, whatever its name says; ${FIX}`;
}

/** How files of other kinds begin. */
const OTHERS: readonly { kind: string; starts: readonly string[] }[] = [
  { kind: 'TIFF', starts: ['II*\0', 'MM\0*'] },
  { kind: 'a Photoshop file', starts: ['8BPS'] },
  { kind: 'JPEG XL', starts: ['\xFF\x0A', '\0\0\0\x0CJXL '] },
  { kind: 'JPEG 2000', starts: ['\0\0\0\x0CjP  ', '\xFF\x4F\xFF\x51'] },
];
