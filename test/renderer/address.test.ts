import { describe, expect, test } from 'vitest';
import {
  looksLikeAddress,
  parseAddress,
  shownAddress,
} from '../../renderer/editor/tools/address.ts';

describe('the address of a link', () => {
  test.each([
    ['https://example.com/page?x=1#y', 'https://example.com/page?x=1#y'],
    ['http://example.com', 'http://example.com'],
    ['  example.com/x ', 'https://example.com/x'],
    ['www.example.co.jp', 'https://www.example.co.jp'],
    ['example.com:8080/x', 'https://example.com:8080/x'],
    ['//example.com/x', 'https://example.com/x'],
    ['desk@example.com', 'mailto:desk@example.com'],
    ['mailto:desk@example.com', 'mailto:desk@example.com'],
    ['tel:+81312345678', 'tel:+81312345678'],
    ['ニュース.example/記事', 'https://ニュース.example/記事'],
  ])('%s leads to %s', (typed, href) => {
    expect(parseAddress(typed)).toBe(href);
  });

  test.each([
    '',
    'bridge',
    'The bridge is closed.',
    'Dr. No returns',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,hello',
    'file:///etc/passwd',
    'https://',
    '#top',
    '/news/today',
  ])('%j is no address that may be published', (typed) => {
    expect(parseAddress(typed)).toBeUndefined();
  });

  test('words of a headline look for a story, the start of an address does not', () => {
    expect(looksLikeAddress('harbour bridge')).toBe(false);
    expect(looksLikeAddress('https:')).toBe(true);
    expect(looksLikeAddress('www.exa')).toBe(true);
  });

  test('is shown without what every address has', () => {
    expect(shownAddress('https://example.com/')).toBe('example.com');
    expect(shownAddress('https://example.com/a/')).toBe('example.com/a/');
    expect(shownAddress('mailto:desk@example.com')).toBe('desk@example.com');
  });
});
