import { crc32 } from 'node:zlib';
import sharp from 'sharp';

/** What the hand-made IPTC block of a picture says, by the number of the field. */
export type IptcText = Record<number, string | string[]>;

/**
 * A photograph of 1,800 x 1,200 pixels, red at its left and blue at its right, that a camera held on
 * its side: shown upright it is 1,200 x 1,800 with the red at the top. It was taken at a place.
 */
export async function photograph(iptc?: Uint8Array, xmp?: string): Promise<Buffer> {
  const right = await sharp({
    create: { width: 900, height: 1200, channels: 3, background: { r: 20, g: 20, b: 200 } },
  })
    .raw()
    .toBuffer();
  const picture = sharp({
    create: { width: 1800, height: 1200, channels: 3, background: { r: 200, g: 20, b: 20 } },
  })
    .composite([
      { input: right, raw: { width: 900, height: 1200, channels: 3 }, left: 900, top: 0 },
    ])
    .withExif({
      IFD0: { Make: 'Kamera-Werk' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '35/1 41/1 22/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '139/1 41/1 30/1',
      },
    })
    .withMetadata({ orientation: 6 });
  if (xmp !== undefined) picture.withXmp(xmp);
  const bytes = await picture.jpeg({ quality: 90 }).toBuffer();
  return iptc === undefined ? bytes : withIptc(bytes, iptc);
}

/** A flat picture in a format. */
export function flat(
  format: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'tiff',
  [width, height]: [number, number] = [40, 30],
): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#2a7' } })
    .toFormat(format)
    .toBuffer();
}

/** Frames of red, green and blue, one after another. */
export async function animated(format: 'gif' | 'webp'): Promise<Buffer> {
  const frames = await Promise.all(
    ['red', 'lime', 'blue'].map((background) =>
      sharp({ create: { width: 1200, height: 600, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  return sharp(frames, { join: { animated: true } })
    .toFormat(format)
    .toBuffer();
}

/** The head of a PNG that says it is this large, with next to no data. */
export function pngSaying(width: number, height: number): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'),
    pngChunk('IHDR', Buffer.concat([size, Buffer.from([8, 2, 0, 0, 0])])),
    pngChunk('IDAT', Buffer.from('789c030000000001', 'hex')),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

/** IPTC's older form in the blocks that Photoshop puts into a JPEG. */
export function iptcBlock(text: IptcText, encoding: BufferEncoding, isDeclared = false): Buffer {
  const records = Object.entries(text).flatMap(([number, values]) =>
    [values].flat().map((value) => iptcRecord(2, Number(number), Buffer.from(value, encoding))),
  );
  if (isDeclared) records.unshift(iptcRecord(1, 90, Buffer.from('\x1B%G', 'latin1')));
  const iptc = Buffer.concat(records);
  const other = photoshopBlock(0x03ed, Buffer.from([0, 72, 0, 0, 0, 1, 0]));
  return Buffer.concat([Buffer.from('Photoshop 3.0\0'), other, photoshopBlock(0x0404, iptc)]);
}

function withIptc(jpeg: Buffer, block: Uint8Array): Buffer {
  const head = Buffer.from([0xff, 0xed, 0, 0]);
  head.writeUInt16BE(block.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, block, jpeg.subarray(2)]);
}

function iptcRecord(record: number, number: number, value: Buffer): Buffer {
  const head = Buffer.from([0x1c, record, number, 0, 0]);
  head.writeUInt16BE(value.length, 3);
  return Buffer.concat([head, value]);
}

function photoshopBlock(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.write('8BIM', 0, 'latin1');
  head.writeUInt16BE(id, 4);
  head.writeUInt32BE(data.length, 8);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
