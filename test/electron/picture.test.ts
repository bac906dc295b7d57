import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../electron/services/picture-words.ts';
import { readPicture, requireWhole } from '../../electron/services/picture.ts';
import { animated, flat, iptcBlock, photograph, pngSaying } from './pictures.ts';
import { faultOf } from './running-desk.ts';

const read = (bytes: Uint8Array, name = 'photo.jpg') => readPicture(bytes, name);
const whole = async (bytes: Uint8Array, name: string) =>
  requireWhole(await readPicture(bytes, name), name);

const XMP = (description: string) =>
  `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">${description}</rdf:RDF></x:xmpmeta>${' '.repeat(200)}<?xpacket end="w"?>`;

describe('a picture', () => {
  test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)(
    '%s is known by its bytes, whatever it is called',
    async (format) => {
      const picture = await read(await flat(format), 'page.html');
      expect(picture).toMatchObject({ type: { id: format }, width: 40, height: 30 });
      await requireWhole(picture, 'page.html');
    },
  );

  test('that was taken with the camera on its side has the size it is seen in', async () => {
    expect(await read(await photograph())).toMatchObject({ width: 1200, height: 1800 });
  });

  test('that moves has the size of a frame', async () => {
    const picture = await read(await animated('gif'));
    expect(picture).toMatchObject({ width: 1200, height: 600, isAnimated: true });
  });

  test.each<[name: string, bytes: Buffer, reason: RegExp]>([
    ['logo.jpg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /^logo\.jpg: an SVG/],
    [
      'logo.svg',
      Buffer.from('<?xml version="1.0"?>\n<!-- a logo -->\n<svg width="1"><script/></svg>'),
      /an SVG is a page that may run programs.*save it as JPEG or PNG/,
    ],
    ['page.png', Buffer.from('<!doctype html><script>alert(1)</script>'), /whatever its name says/],
    ['script.gif', Buffer.from('GIF87=1;alert(1)'), /not a JPEG, PNG, WebP, GIF or AVIF/],
    ['paper.pdf', Buffer.from('%PDF-1.7\n'), /a PDF, not a picture/],
    ['phone.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), /HEIC/],
    ['clip.jpg', Buffer.from('\0\0\0\x14ftypisom\0\0\x02\0isom', 'latin1'), /video/],
    ['nothing.jpg', Buffer.alloc(0), /the file is empty/],
  ])('%s is refused with the reason', async (name, bytes, reason) => {
    const fault = await faultOf(read(bytes, name));
    expect(fault.code).toBe('not-a-picture');
    expect(fault.message).toMatch(reason);
  });

  test('in TIFF is refused: browsers do not show it', async () => {
    const fault = await faultOf(read(await flat('tiff'), 'scan.tif'));
    expect(fault.message).toBe(
      'scan.tif: TIFF is not shown by every browser; save it as JPEG or PNG and add that',
    );
  });

  test('that begins like a GIF and goes on as a program is refused', async () => {
    const bytes = Buffer.from('GIF89a/*\0\0\0\0*/=1;alert(document.cookie)//');
    expect(await faultOf(whole(bytes, 'a.gif'))).toMatchObject({ code: 'broken-picture' });
  });

  test('that did not arrive whole is refused', async () => {
    const bytes = await photograph();
    const fault = await faultOf(whole(bytes.subarray(0, bytes.length / 2), 'photo.jpg'));
    expect(fault.code).toBe('broken-picture');
    expect(fault.message).toMatch(
      /^photo\.jpg: the picture is damaged or not whole \(.+\); get it/,
    );
  });

  test('that says it has 900 million pixels is refused before it is decoded', async () => {
    const before = process.memoryUsage().rss;
    const fault = await faultOf(read(pngSaying(30_000, 30_000), 'bomb.png'));
    expect(fault.code).toBe('too-large');
    expect(fault.message).toMatch(/^bomb\.png: 30000 x 30000 pixels are more/);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024);
  });

  test('over 32 MB is refused', async () => {
    const bytes = Buffer.concat([await flat('jpeg'), Buffer.alloc(33 * 1024 * 1024)]);
    expect(await faultOf(read(bytes))).toMatchObject({ code: 'too-large' });
  });
});

describe('what a picture says about itself', () => {
  test('comes from XMP first', async () => {
    const xmp = XMP(
      `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:ps="http://ns.adobe.com/photoshop/1.0/" xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/" ps:Credit="Nordbild &amp; Co"><dc:description><rdf:Alt><rdf:li xml:lang="no">Ferja</rdf:li><rdf:li xml:lang="x-default">The ferry
        leaves Ålesund.</rdf:li></rdf:Alt></dc:description><dc:creator><rdf:Seq><rdf:li>Kari Lund</rdf:li><rdf:li>Ola Berg</rdf:li></rdf:Seq></dc:creator><dc:rights><rdf:Alt><rdf:li xml:lang="x-default">© 2026 Nordbild</rdf:li></rdf:Alt></dc:rights><Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang="x-default">A white ferry at a quay</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility></rdf:Description>`,
    );
    const iptc = iptcBlock({ 120: 'Cut short', 110: 'Nordb' }, 'utf8');
    expect(wordsOf(await read(await photograph(iptc, xmp)))).toEqual({
      caption: 'The ferry leaves Ålesund.',
      alt: 'A white ferry at a quay',
      credit: 'Kari Lund, Ola Berg/Nordbild & Co',
      copyright: '© 2026 Nordbild',
    });
  });

  test.each<[string, Buffer]>([
    ['UTF-8 that says so', iptcBlock({ 120: 'Fähre in Ålesund', 80: 'Kåre' }, 'utf8', true)],
    ['UTF-8 that does not', iptcBlock({ 120: 'Fähre in Ålesund', 80: 'Kåre' }, 'utf8')],
    ['Latin-1', iptcBlock({ 120: 'Fähre in Ålesund', 80: 'Kåre' }, 'latin1')],
  ])('is read right from IPTC in %s', async (_, block) => {
    expect(wordsOf(await read(await photograph(block)))).toMatchObject({
      caption: 'Fähre in Ålesund',
      credit: 'Kåre',
    });
  });

  test('keeps Japanese, and quotes as Windows writes them', async () => {
    const japanese = iptcBlock({ 120: '東京駅前で' }, 'utf8', true);
    expect(wordsOf(await read(await photograph(japanese))).caption).toBe('東京駅前で');
    const windows = iptcBlock({ 120: '\x93Old\x94 \xFCber \x80 5' }, 'latin1');
    expect(wordsOf(await read(await photograph(windows))).caption).toBe('“Old” über € 5');
  });

  test.each<[creator: string | string[], credit: string, printed: string]>([
    ['Jane Roe', 'AP', 'Jane Roe/AP'],
    ['Jane Roe', 'AP Photo/Jane Roe', 'AP Photo/Jane Roe'],
    ['Jane Roe/AP', 'AP', 'Jane Roe/AP'],
    ['Jane Roe', '', 'Jane Roe'],
    [[], 'AP', 'AP'],
    [['Jane Roe', 'Max Poe'], 'AP', 'Jane Roe, Max Poe/AP'],
  ])('gives %j and %j as the credit %j', async (creator, credit, printed) => {
    const block = iptcBlock({ 80: creator, 110: credit }, 'utf8');
    expect(wordsOf(await read(await photograph(block))).credit).toBe(printed);
  });

  test('is the headline where there is no caption, and not the name of a camera', async () => {
    const block = iptcBlock({ 105: 'Ferry leaves' }, 'utf8');
    expect(wordsOf(await read(await photograph(block))).caption).toBe('Ferry leaves');
    expect(wordsOf({ said: { exif: exifSaying('OLYMPUS DIGITAL CAMERA         ') } }).caption).toBe(
      '',
    );
    expect(wordsOf({ said: { exif: exifSaying('Straße am Hafen') } }).caption).toBe(
      'Straße am Hafen',
    );
  });

  test('is nothing in a picture without words, or with broken ones', async () => {
    const nothing = { caption: '', alt: '', credit: '', copyright: '' };
    expect(wordsOf(await read(await flat('png')))).toEqual(nothing);
    const deep = `${'<a:b>'.repeat(20_000)}${'</a:b>'.repeat(20_000)}`;
    for (const text of ['<x', 'no xml', '\0\0', '<a/><b/>', deep]) {
      const bytes = Buffer.from(text);
      expect(wordsOf({ said: { xmp: bytes, iptc: bytes, exif: bytes } })).toEqual(nothing);
    }
    expect(wordsOf({ said: { iptc: Buffer.from('Photoshop 3.0\x008BIM\x04\x04') } })).toEqual(
      nothing,
    );
    expect(wordsOf({ said: { iptc: Buffer.from('1c0278ffff', 'hex') } })).toEqual(nothing);
  });
});

/** An EXIF block with one field, the description. */
function exifSaying(text: string): Buffer {
  const value = Buffer.from(`${text}\0`);
  const head = Buffer.from('45786966000049492a000800000001000e010200', 'hex');
  const place = Buffer.alloc(12);
  place.writeUInt32LE(value.length, 0);
  place.writeUInt32LE(26, 4);
  return Buffer.concat([head, place, value]);
}
