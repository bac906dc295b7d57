import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { datelineBlock, divider, heading, li, list, p, sidebar } from '../../article/build.ts';
import type { Block } from '../../article/blocks/blocks.ts';
import { blocksToHast } from '../../article/html/lower.ts';

const html = (...blocks: Block[]) => toHtml(blocksToHast(blocks));
const tokyo = () =>
  datelineBlock({ places: [{ name: 'TOKYO' }], style: 'jiji', printed: 'TOKYO (Jiji Press) — ' });
const linkTo = (href: string) => [{ type: 'link' as const, href }];
const linked = (href: string) => html(p([{ text: 'x', marks: linkTo(href) }]));

describe('blocks as HTML', () => {
  it('a dateline runs in with the paragraph after it', () => {
    expect(html(tokyo(), p('Some 20,000 pieces'))).toBe(
      '<p><span class="dateline">TOKYO (Jiji Press) — </span>Some 20,000 pieces</p>',
    );
  });

  it('a dateline whose paragraph is empty or gone stands alone', () => {
    const alone = '<p><span class="dateline">TOKYO (Jiji Press) — </span></p>';
    expect(html(tokyo(), p())).toBe(alone);
    expect(html(tokyo(), heading('Background'))).toBe(`${alone}<h2>Background</h2>`);
    expect(html(p('Before'), tokyo())).toBe(`<p>Before</p>${alone}`);
  });

  it('empty blocks are not published', () => {
    expect(
      html(p(), p(' \t '), p([{ break: true }]), heading('\u00A0'), list('bulleted', '')),
    ).toBe('');
    expect(html(sidebar(' ', [p()]))).toBe('');
  });

  it('marks nest in one order, and a link is one link', () => {
    expect(
      html(
        p([
          { text: 'see ' },
          { text: 'the ', marks: linkTo('https://example.com/') },
          { text: 'report', marks: [{ type: 'bold' }, ...linkTo('https://example.com/')] },
          { break: true },
          { text: 'H' },
          { text: '2', marks: [{ type: 'italic' }, { type: 'subscript' }] },
          { text: 'O', marks: [{ type: 'italic' }] },
        ]),
      ),
    ).toBe(
      '<p>see <a href="https://example.com/">the <strong>report</strong></a><br>H<em><sub>2</sub>O</em></p>',
    );
  });

  it('only http, https, mailto, tel and same-page links survive', () => {
    for (const href of ['https://a.example/?q=1', 'mailto:a@example.com', 'tel:+815550100', '#a']) {
      expect(linked(href)).toBe(`<p><a href="${href}">x</a></p>`);
    }
    for (const href of [
      'javascript:alert(1)',
      ' java\nscript:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'file:///etc/passwd',
      '/politics',
      '//example.com/x',
      'https://',
      '',
    ]) {
      expect(linked(href)).toBe('<p>x</p>');
    }
    expect(linked('https://a.example/" onclick="x')).toBe(
      '<p><a href="https://a.example/%22%20onclick=%22x">x</a></p>',
    );
  });

  it('a link with nothing to click on is not a link', () => {
    expect(
      html(p([{ text: 'a' }, { text: ' ', marks: linkTo('https://a.example/') }, { text: 'b' }])),
    ).toBe('<p>a b</p>');
  });

  it('white space is what a page shows', () => {
    expect(html(p([{ text: ' a \t b ' }, { text: ' c\u0001d ', marks: [{ type: 'bold' }] }]))).toBe(
      '<p>a b <strong>c d</strong></p>',
    );
    expect(html(p([{ text: '\u3000一　二' }]))).toBe('<p>\u3000一　二</p>');
  });

  it('lists nest in their items; sidebars have a heading and a body', () => {
    const nested = list('bulleted', li('One', list('numbered', 'a', 'b')), li('Two'));
    expect(html(nested)).toBe('<ul><li>One<ol><li>a</li><li>b</li></ol></li><li>Two</li></ul>');
    expect(
      html(sidebar('Top Articles', [list('bulleted', 'One')], { kind: 'ranking' }), divider()),
    ).toBe(
      '<aside class="sidebar ranking rail"><h2 class="sidebar-title">Top Articles</h2><ul><li>One</li></ul></aside><hr>',
    );
  });
});
