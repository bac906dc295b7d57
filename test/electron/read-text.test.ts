import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { decodeText, readBytes } from '../../electron/services/read-text.ts';
import { faultOf } from './running-desk.ts';
import { temporaryFolder } from './temporary.ts';

const utf16 = (text: string) => Buffer.from(text, 'utf16le');

describe('the bytes of a file become text', () => {
  test('as UTF-8, with its mark left for the reader to drop', () => {
    expect(decodeText(Buffer.from('Zürich 東京 🙂'))).toBe('Zürich 東京 🙂');
    expect(decodeText(Buffer.from('\uFEFFwords'))).toBe('\uFEFFwords');
    expect(decodeText(new Uint8Array())).toBe('');
  });

  test('as UTF-16 where a mark says so, in either order', () => {
    const text = 'Zürich 東京 🙂';
    expect(decodeText(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(text)]))).toBe(text);
    expect(decodeText(Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(text).swap16()]))).toBe(text);
  });

  test.each([
    [[0xff], 0],
    [[0x41, 0x42, 0xc3, 0x28, 0x41], 2],
    [[0x41, 0xe6, 0x9d], 1],
    [[0x41, 0xed, 0xa0, 0x80], 1],
    [[...Buffer.from('東京'), 0x80, 0x41], 6],
    [[...new Uint8Array(5000).fill(0x41), 0xc0, 0x80], 5000],
  ])('and a byte that is none is named by its offset', (bytes, offset) => {
    expect(() => decodeText(Uint8Array.from(bytes))).toThrow(`byte ${offset} is not UTF-8`);
  });

  test('and half a character at the end of UTF-16 is refused', () => {
    expect(() => decodeText(Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0x42]))).toThrow('byte 4');
  });
});

describe('a file is read', () => {
  test('up to 16 MB, not beyond', async () => {
    const file = path.join(await temporaryFolder(), 'large');
    await fs.writeFile(file, '');
    await fs.truncate(file, 16 * 1024 * 1024);
    expect((await readBytes(file)).length).toBe(16 * 1024 * 1024);
    await fs.truncate(file, 16 * 1024 * 1024 + 1);
    expect((await faultOf(readBytes(file))).code).toBe('too-large');
  });

  test('or is said to be missing, or a folder', async () => {
    const folder = await temporaryFolder();
    expect((await faultOf(readBytes(folder))).code).toBe('is-a-folder');
    expect((await faultOf(readBytes(path.join(folder, 'gone')))).code).toBe('missing');
  });
});
