import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import {
  cell,
  correction,
  datelineBlock,
  divider,
  embed,
  heading,
  image,
  li,
  list,
  p,
  pullquote,
  quote,
  sidebar,
  table,
} from './build.ts';
import type { Block } from '../../article/blocks/blocks.ts';
import { blocksToHast } from '../../article/html/lower.ts';
import { pageSetting } from '../../article/html/page-setting.ts';

const html = (...blocks: Block[]) => toHtml(blocksToHast(blocks));
const tokyo = () =>
  datelineBlock({ places: [{ name: 'TOKYO' }], style: 'jiji', printed: 'TOKYO (Jiji Press) — ' });
const linkTo = (href: string) => [{ type: 'link' as const, href }];
const linked = (href: string) => html(p([{ text: 'x', marks: linkTo(href) }]));

describe('pictures, tables, quotations and cards as HTML', () => {
  const boat = { file: '9f2c41d07ab3e655.jpg', alt: 'A boat', width: 800, height: 600 };

  it('a picture is a figure with its size, its caption and who made it', () => {
    expect(html(image({ ...boat, caption: 'At sea', credit: 'Ida', copyright: '© Gull' }))).toBe(
      '<figure class="image"><img src="media/9f2c41d07ab3e655.jpg" alt="A boat" width="800" height="600" loading="lazy">' +
        '<figcaption><span class="caption">At sea</span> <span class="credit">Ida</span> <span class="copyright">© Gull</span></figcaption></figure>',
    );
  });

  const published = {
    src: 'm/b.jpg',
    srcset: 'm/b-640.jpg 640w, m/b.jpg 800w',
    width: 800,
    height: 600,
  };

  it('a picture is where the export put it, in the sizes that it made', () => {
    const nodes = blocksToHast([image(boat)], pageSetting('en', { media: () => published }));
    expect(toHtml(nodes)).toContain(
      '<img src="m/b.jpg" srcset="m/b-640.jpg 640w, m/b.jpg 800w" sizes=',
    );
  });

  it('a picture that is elsewhere is a link, and is not loaded', () => {
    const shown = html(
      image({ source: 'https://example.com/b.jpg', alt: 'A boat', credit: 'Ida' }),
    );
    expect(shown).toContain('<a href="https://example.com/b.jpg">A boat</a>');
    expect(shown).not.toContain('<img');
    expect(html(image({ source: 'https://example.com/b.jpg' }))).toContain('>Picture</a>');
  });

  it('a quotation holds the words alone, and its figure says whose they are', () => {
    expect(html(quote([p('One.')], 'Ida'))).toBe(
      '<figure class="quote"><blockquote><p>One.</p></blockquote><figcaption>Ida</figcaption></figure>',
    );
    expect(html(quote([p('One.')]))).toBe('<blockquote><p>One.</p></blockquote>');
    expect(html(quote([p()]), pullquote(''))).toBe('');
  });

  it('the headers of a table say what they head; a wide one scrolls in its frame', () => {
    const row = [cell('North', { header: true }), '23'];
    expect(html(table([['Port', 'Ships'], row], { caption: 'Ports', header: true }))).toBe(
      '<div class="table-frame" role="group" aria-label="Ports" tabindex="0"><table><caption>Ports</caption>' +
        '<thead><tr><th scope="col">Port</th><th class="number" scope="col">Ships</th></tr></thead>' +
        '<tbody><tr><th scope="row">North</th><td class="number">23</td></tr></tbody></table></div>',
    );
    expect(html(table([['', ' ']]))).toBe('');
  });

  it('the columns of numbers in a table are marked, with what heads them', () => {
    const rows = [
      ['Port', 'Tonnes', 'Change', 'Since', 'Remarks'],
      [cell('Rotterdam', { header: true }), '441,500,000', '+2.1%', '1980', 'Deep water'],
      [cell('Antwerp', { header: true }), '€ 240', '−0.4%', '9:30', '12 of 40 berths are shut'],
      [cell('1961', { header: true }), 'n/a', '—', '', '7'],
      [cell('All', { header: true }), cell('681,500,000', { colspan: 2 }), 'none', ''],
    ];
    const marked = [
      ...html(table(rows, { header: true })).matchAll(/class="number"[^>]*>([^<]*)/gu),
    ];
    expect(marked.map(([, text]) => text).join(' | ')).toBe(
      'Tonnes | Change | Since | 441,500,000 | +2.1% | 1980 | ' +
        '€ 240 | −0.4% | 9:30 | n/a | — | 681,500,000 | none',
    );
  });

  it('what is of another site is a link with its name', () => {
    expect(html(embed('https://www.example.com/v', { provider: 'Clips', title: 'Boats' }))).toBe(
      '<div class="embed"><p class="provider">Clips</p><p class="title"><a href="https://www.example.com/v">Boats</a></p>' +
        '<p class="host">example.com</p></div>',
    );
  });

  it('a note says what kind it is, and when it was made', () => {
    expect(html(correction('It is 41.', { at: '2026-01-06T09:00:00Z' }))).toBe(
      '<p class="correction-note correction"><strong class="label">Correction</strong> ' +
        '<time class="at" datetime="2026-01-06T09:00:00Z">9:00 UTC, January 6, 2026</time>: <span class="note-text">It is 41.</span></p>',
    );
  });

  it('a note of no known time stands apart from its text, in its own language', () => {
    const note = correction('Vu lundi.', { kind: 'clarification' });
    expect(toHtml(blocksToHast([note], pageSetting('fr')))).toContain(
      '>Précision</strong>\u00A0: <span class="note-text">',
    );
    expect(toHtml(blocksToHast([note], pageSetting('ja')))).toContain(
      '>補足</strong>：<span class="note-text">',
    );
  });

  it('a dateline never runs in with a note', () => {
    expect(html(tokyo(), correction('It is 41.'))).toMatch(
      /^<p><span class="dateline">.*<\/p><p class="correction-note/u,
    );
  });
});

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
