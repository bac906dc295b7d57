import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseHouse } from '../../article/house.ts';
import { decodeImport } from '../../electron/services/decode-import.ts';
import { readImportFile } from '../../electron/services/import.ts';

const hex = (bytes: string) => Buffer.from(bytes.replace(/\s+/gu, ''), 'hex');

const NEWS = '東京（時事）―首相は２５日、港で会見し、「予算を急ぐ」と述べた。';
const NEWS_BYTES = {
  Shift_JIS: hex(`
    938c8b9e81698e9e8e96816a815c8ef1918a82cd8251825493fa81418d6082c589ef8ca982b581418175
    975c8e5a82f08b7d82ae817682c68f7182d782bd8142
  `),
  'EUC-JP': hex(`
    c5ecb5fea1cabbfebbf6a1cba1bdbcf3c1eaa4cfa3b2a3b5c6fca1a2b9c1a4c7b2f1b8aba4b7a1a2a1d6
    cdbdbbbba4f2b5dea4b0a1d7a4c8bdd2a4d9a4bfa1a3
  `),
  'ISO-2022-JP': hex(`
    1b2442456c357e214a3b7e3b76214b213d3c73416a244f23322335467c2122394124473271382b243721
    2221564d3d3b3b2472355e2430215724483d522459243f21231b2842
  `),
};

/** Signs that Windows-1252 has where Latin-1 has none. */
const SIGNS = new Map(
  Object.entries({
    '€': 128,
    '…': 133,
    '‘': 145,
    '’': 146,
    '“': 147,
    '”': 148,
    '–': 150,
    '—': 151,
    œ: 156,
  }),
);
const windows = (text: string) =>
  Uint8Array.from(text, (sign) => SIGNS.get(sign) ?? sign.charCodeAt(0));

describe('a file in another encoding is read', () => {
  test.each(Object.entries(NEWS_BYTES))(
    'as %s, in which wires of Japan are sent',
    (name, bytes) => {
      const { text, notices } = decodeImport(bytes);
      expect(text).toBe(NEWS);
      expect(notices).toEqual([expect.stringContaining(`Read as ${name};`)]);
      const copy = Buffer.concat([Buffer.from('Harbour\r\n\r\n'), bytes]);
      const { article, notices: told } = readImportFile(
        'a.txt',
        copy,
        parseHouse({}),
        '2026-01-01T00:00:00Z',
      );
      expect(article.headline).toBe('Harbour');
      expect(JSON.stringify(article.body)).toContain('首相は２５日');
      expect(told[0]).toContain(name);
    },
  );

  test('with the signs that Windows adds to Shift_JIS, and kana of half width', () => {
    expect(
      decodeImport(hex('826d8267826a82c6b6d2d787408ed08141eee08bb48e8182f08c7d82a682e9')).text,
    ).toBe('ＮＨＫとｶﾒﾗ①社、髙橋氏を迎える');
  });

  test.each([
    'L’été à Besançon : « Où est-il ? », demande Zoé…',
    'Zürich grüßt – die Straße ist naß',
    'smørrebrød på Åland',
    'El niño comió jamón en Logroño. ¿Qué?',
    'It’s late, they don’t know why',
    '“Late,” she said — 20 € more',
    'café',
    'créée',
    'œuvre d’Ångström',
  ])('as Windows-1252: %s', (text) => {
    const read = decodeImport(windows(text));
    expect(read.text).toBe(text);
    expect(read.notices[0]).toContain('Windows-1252');
  });

  test.each([
    ['<!DOCTYPE html><meta charset="shift_jis"><p>', NEWS_BYTES.Shift_JIS],
    [
      '<html><head><meta http-equiv="Content-Type" content="text/html; charset=EUC-JP"><p>',
      NEWS_BYTES['EUC-JP'],
    ],
    ['<?xml version="1.0" encoding="Shift_JIS"?><html><body><p>', NEWS_BYTES.Shift_JIS],
  ])('as it says itself: %s', (head, bytes) => {
    const { text, notices } = decodeImport(Buffer.concat([Buffer.from(head), bytes]));
    expect(text).toBe(head + NEWS);
    expect(notices[0]).toMatch(/^Read as (?:Shift_JIS|EUC-JP), as the file itself says/u);
  });

  test('as what a page of another country says that it is, and not if that is wrong', () => {
    const korean = Buffer.concat([
      Buffer.from('<meta charset=euc-kr>'),
      hex('bcadbfef20bdc3c0e5c0ba20bfc0b4c320c8b8c0c7b8a620bfadbefab4d92e'),
    ]);
    expect(decodeImport(korean).text).toContain('서울 시장은');
    const wrong = Buffer.concat([Buffer.from('<meta charset=utf-8>'), windows('café')]);
    expect(decodeImport(wrong).text).toContain('café');
    const unknown = Buffer.concat([Buffer.from('<meta charset=nonsense>'), windows('café')]);
    expect(decodeImport(unknown).text).toContain('café');
  });

  test('never where it is UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(decodeImport(Buffer.from(text))).toEqual({ text, notices: [] });
      }),
    );
    const page = `<meta charset="shift_jis">${NEWS}`;
    expect(decodeImport(Buffer.from(page))).toEqual({ text: page, notices: [] });
  });
});

describe('bytes are refused, with what to do', () => {
  test.each([
    ['a picture', '89504e470d0a1a0a0000000d49484452'],
    [
      'Korean without a word of what it is',
      'bcadbfef20bdc3c0e5c0ba20bfc0b4c320c8b8c0c7b8a620bfadbefab4d92e',
    ],
    ['Chinese', 'b1b1bea9cad0b3a4bdf1cceca3acd5d9bfaac1cbbbe1d2e9a1a3'],
    ['Chinese without a comma', 'b1b1bea9cad0b3a4bdf1ccecd5d9bfaac1cbbbe1d2e9'],
    ['Chinese of Taiwan', 'a578a55fa5abaaf8a4b5a4d1a56cb67db77cc4b3'],
    ['Russian', 'ccfdf020e3eef0eee4e020eef2eaf0fbeb20eceef1f22e'],
  ])('%s', (_, bytes) => {
    expect(() => decodeImport(hex(bytes))).toThrow(/save it there as UTF-8, or copy the text/u);
  });

  test('in an article file that is not UTF-8', () => {
    const file = Buffer.concat([Buffer.from('{"headline":"'), windows('café'), Buffer.from('"}')]);
    for (const name of ['article.json', 'a.txt']) {
      expect(() => readImportFile(name, file, parseHouse({}), '2026-01-01T00:00:00Z')).toThrow(
        `${name}: byte 16 is not UTF-8`,
      );
    }
  });
});
