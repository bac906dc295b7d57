/** The fields of IPTC's older form (IIM) that Galley reads; each may come more than once. */
export interface IptcFields {
  headline: string[];
  caption: string[];
  creators: string[];
  credit: string[];
  copyright: string[];
}

/** The numbers of the fields in the second record. */
const FIELDS: Record<number, keyof IptcFields> = {
  80: 'creators',
  105: 'headline',
  110: 'credit',
  116: 'copyright',
  120: 'caption',
};

/** What is told before the fields: their text is UTF-8. */
const UTF8_DECLARED = '\x1B%G';

/**
 * Reads IPTC's older form from what a JPEG carries as `Photoshop 3.0` blocks, or from the bare
 * records. Text is UTF-8 where that is declared or can be nothing else, else Latin-1 as Windows
 * writes it. Never throws: what cannot be read is not there.
 */
export function readIptc(block: Uint8Array): IptcFields {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const found: { number: number; value: Buffer }[] = [];
  let isUtf8 = false;
  for (const { record, number, value } of recordsOf(iptcPart(bytes))) {
    if (record === 1 && number === 90) isUtf8 = value.toString('latin1') === UTF8_DECLARED;
    if (record === 2) found.push({ number, value });
  }
  isUtf8 ||= found.every(({ value }) => decode(value, 'utf-8') !== undefined);
  const fields: IptcFields = { headline: [], caption: [], creators: [], credit: [], copyright: [] };
  for (const { number, value } of found) {
    const field = FIELDS[number];
    if (field === undefined) continue;
    const text = isUtf8 ? decode(value, 'utf-8') : undefined;
    fields[field].push(text ?? decode(value, 'windows-1252') ?? '');
  }
  return fields;
}

/** The block 0x0404 among those of Photoshop, each padded to an even length. */
function iptcPart(bytes: Buffer): Buffer {
  let at = bytes.indexOf('8BIM');
  if (at < 0) return bytes;
  while (at + 12 <= bytes.length && bytes.toString('latin1', at, at + 4) === '8BIM') {
    const id = bytes.readUInt16BE(at + 4);
    const nameLength = 1 + (bytes[at + 6] ?? 0);
    const sizeAt = at + 6 + nameLength + (nameLength % 2);
    if (sizeAt + 4 > bytes.length) break;
    const size = bytes.readUInt32BE(sizeAt);
    const start = sizeAt + 4;
    if (id === 0x0404) return bytes.subarray(start, start + size);
    at = start + size + (size % 2);
  }
  return Buffer.alloc(0);
}

function* recordsOf(
  bytes: Buffer,
): Generator<{ record: number; number: number; value: Buffer }, void> {
  let at = 0;
  while (at + 5 <= bytes.length && bytes[at] === 0x1c) {
    const record = bytes.readUInt8(at + 1);
    const number = bytes.readUInt8(at + 2);
    const size = bytes.readUInt16BE(at + 3);
    // The highest bit says that a longer length follows: such a value is no text.
    if (size > 0x7fff) return;
    yield { record, number, value: bytes.subarray(at + 5, at + 5 + size) };
    at += 5 + size;
  }
}

function decode(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
