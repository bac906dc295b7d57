import { describe, expect, it } from 'vitest';
import { parseHouse } from '../../article/house.ts';
import { blocksFromHtml } from '../../article/html/read.ts';
import { readHtml } from '../../article/import/html.ts';
import type { Block } from '../../article/blocks/blocks.ts';
import type { List } from '../../article/blocks/list.ts';
import type { Picture } from '../../article/blocks/picture.ts';
import type { TableCell } from '../../article/blocks/table.ts';
import type { Run } from '../../article/inline.ts';

/** Blocks in short: `p: text`, `h3: text`, `- item`, `1. item`, marks as `[bold text]`. */
function short(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'paragraph':
        return [`p: ${line(block.content)}`];
      case 'heading':
        return [`h${block.level}: ${line(block.content)}`];
      case 'list':
        return items(block, '');
      case 'dateline':
        return [`dateline: ${block.printed}`];
      case 'sidebar':
        return [`${block.placement} ${block.kind}: ${block.title}`, ...short(block.body)];
      case 'quote':
        return [`quote of ${block.attribution}`, ...short(block.body).map((said) => `> ${said}`)];
      case 'pullquote':
        return [`pullquote of ${block.attribution}: ${line(block.content)}`];
      case 'image':
        return [picture(block)];
      case 'gallery':
        return ['gallery', ...block.images.map(picture), `all: ${line(block.caption)}`];
      case 'table':
        return [
          `table: ${line(block.caption)}`,
          ...block.rows.map(({ cells }) => `| ${cells.flatMap(tableCell).join(' | ')}`),
        ];
      case 'embed':
        return [`embed: ${block.url} ${block.provider}: ${block.title}`];
      case 'correction':
        return [`${block.kind} ${block.at}: ${line(block.content)}`];
      default:
        return [block.type];
    }
  });
}

function picture({ file, source, href, alt, caption, credit }: Omit<Picture, 'id'>): string {
  const leads = href === undefined ? '' : ` -> ${href}`;
  return `image ${file ?? source ?? 'nowhere'}${leads} (${alt}) ${line(caption)} / ${credit}`;
}

function tableCell({ content, header, colspan, rowspan, blocks }: TableCell): string[] {
  const spans = [colspan && `${colspan} wide`, rowspan && `${rowspan} high`].filter(Boolean);
  const text = `${header ? '#' : ''}${[line(content), ...spans].join(' ')}`;
  return blocks === undefined ? [text] : [`${text}{${short(blocks).join('; ')}}`];
}

function items(list: List, indent: string): string[] {
  const sign = list.kind === 'numbered' ? '1.' : '-';
  return list.items.flatMap(({ content, lists }) => [
    `${indent}${sign} ${line(content)}`,
    ...(lists ?? []).flatMap((nested) => items(nested, `${indent}  `)),
  ]);
}

function line(runs: readonly Run[]): string {
  return runs
    .map((run) => {
      if ('break' in run) return ' / ';
      const marks = (run.marks ?? []).map((mark) =>
        mark.type === 'link' && 'href' in mark ? mark.href : mark.type,
      );
      return marks.length === 0 ? run.text : `[${marks.join(' ')} ${run.text}]`;
    })
    .join('');
}

const read = (html: string) => short(blocksFromHtml(html));

describe('HTML becomes blocks', () => {
  it('with the structure that it has', () => {
    expect(
      read(
        '<h1>Top</h1><h3>Third</h3><h6>Deep</h6><p>Text<br>on two lines</p><hr>' +
          '<ol><li>One<ul><li>Nested</li></ul></li><li>Two</li></ol>',
      ),
    ).toEqual([
      'h2: Top',
      'h3: Third',
      'h4: Deep',
      'p: Text / on two lines',
      'divider',
      '1. One',
      '  - Nested',
      '1. Two',
    ]);
  });

  it('with marks, from tags and from styles', () => {
    expect(
      read(
        '<p><b>b</b><i>i</i><u>u</u><ins>+</ins><s>s</s><del>-</del>H<sub>2</sub><sup>3</sup><code>c</code> ' +
          '<span style="font-weight: 700; font-style:italic">x</span>' +
          '<span style="text-decoration:underline line-through">y</span>' +
          '<span style="vertical-align:super">z</span></p>',
      ),
    ).toEqual([
      'p: [bold b][italic i][underline u+][strikethrough s-]H[subscript 2][superscript 3][code c] ' +
        '[bold italic x][underline strikethrough y][superscript z]',
    ]);
  });

  it('and keeps every word of what has no block', () => {
    expect(
      read(
        'stray <em>text</em><div>one<div>two</div>three</div>' +
          '<table><tr><th>a</th><td>b</td></tr></table>' +
          '<figure><img src="x" alt="no"><figcaption>caption</figcaption></figure>' +
          '<blockquote>quoted<p>twice</p></blockquote><dl><dt>term</dt><dd>meaning</dd></dl>' +
          '<pre>first\n  second</pre><x-card>odd <b>one</b></x-card><center>last</center>',
      ),
    ).toEqual([
      'p: stray [italic text]',
      'p: one',
      'p: two',
      'p: three',
      'table: ',
      '| #a | b',
      'image nowhere (no) caption / ',
      'quote of ',
      '> p: quoted',
      '> p: twice',
      'p: [bold term]',
      'p: meaning',
      'p: [code first] / [code \u00A0\u00A0second]',
      'p: odd [bold one]',
      'p: last',
    ]);
  });

  it('without what a page does not show', () => {
    expect(
      read(
        '<style>p{}</style><script>no()</script><template>no</template>' +
          '<p hidden>no</p><noscript>no</noscript><p style="display:none">no</p><p>se<span style="visibility: hidden">no</span>en</p>' +
          '<svg><text>no</text></svg><textarea>no</textarea><!-- no -->',
      ),
    ).toEqual(['p: seen']);
  });

  it('with white space as a page shows it', () => {
    expect(
      read('<p>  a\n\t b <b> c</b> <i>d </i></p>\n\n<p> </p><p>&nbsp;</p><p>e&nbsp; f</p>'),
    ).toEqual(['p: a b [bold c] [italic d]', 'p: e\u00A0 f']);
  });

  it('with links to the web, to mail and to telephones, and no others', () => {
    expect(
      read(
        '<p><a href="https://a.example/">a</a> <a href="javascript:x()">b</a> <a href="/c">c</a>' +
          ' <a name="d">d</a> <a href="mailto:e@a.example"><b>e</b></a></p>' +
          '<a href="https://a.example/f"><h2>card</h2><p>text</p></a>',
      ),
    ).toEqual([
      'p: [https://a.example/ a] b c d [bold mailto:e@a.example e]',
      'h2: [https://a.example/f card]',
      'p: [https://a.example/f text]',
    ]);
  });

  it('where two line breaks in loose text make a paragraph', () => {
    expect(read('<div>one<br>still one<br><br>two<br> <br>three</div>')).toEqual([
      'p: one / still one',
      'p: two',
      'p: three',
    ]);
    expect(read('<p>one<br><br>still one</p>')).toEqual(['p: one /  / still one']);
  });

  it('with paragraphs and text around lists inside list items', () => {
    expect(
      read('<ul>\n<li><p>a</p><p>b</p></li>\n<li>c<ol><li>d</li></ol>e</li>\nloose<li></li></ul>'),
    ).toEqual(['- a / b', '- c', '  1. d', '- e', '- loose']);
  });
});

describe('a clipboard', () => {
  it('of Google Docs: its wrapper is not bold, its nested list is in the item before', () => {
    expect(
      read(
        '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1">' +
          '<p dir="ltr" style="line-height:1.38"><span style="font-weight:400;text-decoration:none;vertical-align:baseline;white-space:pre-wrap;">Plain and </span>' +
          '<span style="font-weight:700;font-style:italic;white-space:pre-wrap;">strong</span></p><br />' +
          '<p dir="ltr"><a href="https://a.example/" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;">link</span></a></p>' +
          '<ul><li dir="ltr" aria-level="1"><p role="presentation"><span>one</span></p></li>' +
          '<ul><li aria-level="2"><p><span>nested</span></p></li></ul><li><p><span>two</span></p></li></ul></b>' +
          '<br class="Apple-interchange-newline">',
      ),
    ).toEqual([
      'p: Plain and [bold italic strong]',
      'p: [https://a.example/ link]',
      '- one',
      '  - nested',
      '- two',
    ]);
  });

  it('of Word: only the fragment, without the blank paragraphs', () => {
    expect(
      read(
        'Version:1.0\r\nStartHTML:0000000105\r\nEndHTML:0000000200\r\n' +
          '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>no</title>' +
          '<!--[if gte mso 9]><xml><o:p>no</o:p></xml><![endif]--><style>no</style></head>' +
          '<body lang=EN-US>no<!--StartFragment--><h2>Head<o:p></o:p></h2>' +
          '<p class=MsoNormal>One\r\nline <b>bold<span style="font-weight:normal">not</span></b><o:p></o:p></p>' +
          '<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal><s>gone</s> <span style="mso-hide:all">no</span>end</p>' +
          '<!--EndFragment-->no</body></html>',
      ),
    ).toEqual(['h2: Head', 'p: One line [bold bold]not', 'p: [strikethrough gone] end']);
  });

  it('of our own page: datelines and sidebars as they were', () => {
    expect(
      read(
        '<p><span class="dateline">TOKYO (Jiji Press) — </span>Some 20,000</p>' +
          '<aside class="sidebar ranking inline"><h2 class="sidebar-title">Most read</h2><ul><li>One</li></ul></aside>' +
          '<aside>not <b>ours</b></aside>',
      ),
    ).toEqual([
      'dateline: TOKYO (Jiji Press) — ',
      'p: Some 20,000',
      'inline ranking: Most read',
      '- One',
      'p: not [bold ours]',
    ]);
  });
});

describe('a page from elsewhere', () => {
  const house = parseHouse({ language: 'en', zone: 'UTC' });
  const foreign = (html: string) => readHtml(html, house, '2026-01-01T00:00:00Z');

  it('gives its title, its language, its dateline and the words of its article', () => {
    const { article, notices } = foreign(
      '<!DOCTYPE html><html lang="de"><head><title>Zeitung: Titel</title>' +
        '<link rel="canonical" href="https://a.example/s"></head><body><nav>Menu</nav>' +
        '<article><p>Teaser</p></article><article><h1>Der Titel</h1>' +
        '<p><b>BERLIN</b> (dpa) - Es ist passiert.</p><p>Mehr dazu.</p></article></body></html>',
    );
    expect(article).toMatchObject({
      language: 'de',
      headline: 'Der Titel',
      canonicalUrl: 'https://a.example/s',
    });
    expect(short(article.body)).toEqual([
      'dateline: BERLIN (dpa) - ',
      'p: Es ist passiert.',
      'p: Mehr dazu.',
    ]);
    expect(article.body[0]).toMatchObject({ places: [{ name: 'BERLIN' }], source: 'dpa' });
    expect(notices).toHaveLength(1);
  });

  it('without an article or a heading gives the title of the window and the whole text', () => {
    const { article } = foreign('<title>A note</title><p>First</p>last');
    expect(article.headline).toBe('A note');
    expect(short(article.body)).toEqual(['p: First', 'p: last']);
    expect(article.language).toBe('en');
  });

  it('is refused where it holds a NUL, and mended where it begins with a byte order mark', () => {
    expect(() => foreign('<p>a\0b</p>')).toThrow(/NUL character at offset 4/u);
    const { article, notices } = foreign('\uFEFF<p>a</p>');
    expect(short(article.body)).toEqual(['p: a']);
    expect(notices[0]).toMatch(/byte order mark/u);
  });
});
