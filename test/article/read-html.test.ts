import { describe, expect, it } from 'vitest';
import { parseHouse } from '../../article/house.ts';
import type { KeptPicture } from '../../article/html/kept-picture.ts';
import { blocksFromHtml } from '../../article/html/read.ts';
import { readHtml } from '../../article/import/html.ts';
import type { Block } from '../../article/blocks/blocks.ts';
import type { List } from '../../article/blocks/list/list.ts';
import type { Picture } from '../../article/blocks/picture.ts';
import type { TableCell } from '../../article/blocks/table/table.ts';
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

describe('pictures in HTML', () => {
  it('come with their caption and credit, and with where they lead', () => {
    expect(
      read(
        '<figure><a href="https://a.example/large"><img src="https://a.example/boat.jpg" alt="A boat"></a>' +
          '<figcaption>The <b>boat</b> at dusk. <span class="photo-credit">Photo: Ida Wrack</span></figcaption></figure>' +
          '<div class="wp-caption"><img src="https://a.example/2.jpg"><p class="wp-caption-text">Two</p></div>',
      ),
    ).toEqual([
      'image https://a.example/boat.jpg -> https://a.example/large (A boat) The [bold boat] at dusk. / Photo: Ida Wrack',
      'image https://a.example/2.jpg () Two / ',
    ]);
  });

  it('in a line of text do not break the line', () => {
    expect(
      read(
        '<p>one <img src="https://a.example/1.png" alt="x"> two</p>' +
          '<p><img src="https://a.example/2.png"> three</p>' +
          '<h2>Four<img src="https://a.example/4.png"></h2>' +
          '<ol><li>five<img src="https://a.example/5.png"></li><li>six</li></ol>',
      ),
    ).toEqual([
      'p: one two',
      'image https://a.example/1.png (x)  / ',
      'image https://a.example/2.png ()  / ',
      'p: three',
      'h2: Four',
      'image https://a.example/4.png ()  / ',
      '1. five',
      '1. six',
      'image https://a.example/5.png ()  / ',
    ]);
  });

  it('are found where a page loads them late', () => {
    const spacer = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
    expect(
      read(
        `<img src="${spacer}" data-src="https://a.example/late.jpg"><img src="${spacer}">` +
          '<picture><source srcset="https://a.example/s.webp 400w, https://a.example/l.webp 1600w"><img alt="p"></picture>',
      ),
    ).toEqual([
      'image https://a.example/late.jpg ()  / ',
      'image https://a.example/l.webp (p)  / ',
    ]);
  });

  it('that only count readers are none', () => {
    expect(
      read(
        '<p>Text<img src="https://a.example/x" width="1" height="1">' +
          '<img src="https://sb.scorecardresearch.com/p?c1=2"><img src="https://a.example/pixel.gif?u=1">' +
          '<img src="https://a.example/y.png" style="width:1px;height:1px"><img src="https://a.example/z.png" hidden>' +
          '<iframe src="https://a.example/f" width="0" height="0"></iframe></p>',
      ),
    ).toEqual(['p: Text']);
  });

  it('that it holds in itself are put aside, never in the article', () => {
    const bytes = 'A'.repeat(400);
    const pictures: KeptPicture[] = [];
    const blocks = blocksFromHtml(
      `<p>Before</p><img alt="dot" src="data:image/png;base64,${bytes}"><img src="file:///C:/clip.png" alt="lost">`,
      { pictures },
    );
    expect(short(blocks)).toEqual([
      'p: Before',
      'image nowhere (dot)  / ',
      'image nowhere (lost)  / ',
    ]);
    expect(pictures).toEqual([{ bytes, type: 'image/png', forImage: blocks[1]!.id }]);
    expect(JSON.stringify(blocks)).not.toContain('data:');
  });

  it('several in a figure are a gallery', () => {
    expect(
      read(
        '<figure class="wp-block-gallery"><figure><img src="https://a.example/1.jpg"><figcaption>One</figcaption></figure>' +
          '<figure><img src="https://a.example/2.jpg"></figure><figcaption>All of them</figcaption></figure>',
      ),
    ).toEqual([
      'gallery',
      'image https://a.example/1.jpg () One / ',
      'image https://a.example/2.jpg ()  / ',
      'all: All of them',
    ]);
  });
});

describe('tables, quotes and embeds in HTML', () => {
  it('a table keeps its headers, its spans and what is in its cells', () => {
    expect(
      read(
        '<table><caption>Tides</caption><thead><tr><th colspan="2">Port</th><th>High</th></tr></thead>' +
          '<tbody><tr><td rowspan="2">Oslo</td><td><p>a</p><p>b</p></td><td><img src="https://a.example/i.png">after</td></tr>' +
          '<tr><td><ul><li>x</li></ul></td><td><table><tr><td>in</td><td>ner</td></tr></table></td></tr></tbody></table>',
      ),
    ).toEqual([
      'table: Tides',
      '| #Port 2 wide | #High',
      '| Oslo 2 high | a / b | {image https://a.example/i.png ()  / ; p: after}',
      '| {- x} | {table: ; | in | ner}',
    ]);
  });

  it('a table of one cell is only a frame', () => {
    expect(read('<table><tr><td><h2>Head</h2><p>Text</p></td></tr></table>')).toEqual([
      'h2: Head',
      'p: Text',
    ]);
    expect(read('<table><tr><td> </td></tr></table>')).toEqual([]);
  });

  it('a quotation keeps who said it', () => {
    expect(
      read(
        '<blockquote><p>One.</p><p>Two.</p><footer>— <cite>Mina Kelp</cite></footer></blockquote>' +
          '<figure><blockquote>Three.</blockquote><figcaption>Ida Wrack</figcaption></figure>' +
          '<figure class="wp-block-pullquote"><blockquote><p>Four.</p><cite>Ida</cite></blockquote></figure>',
      ),
    ).toEqual([
      'quote of Mina Kelp',
      '> p: One.',
      '> p: Two.',
      'quote of Ida Wrack',
      '> p: Three.',
      'pullquote of Ida: Four.',
    ]);
  });

  it('what another site shows becomes its address', () => {
    expect(
      read(
        '<iframe src="https://www.youtube.com/embed/abc" title="Boats"></iframe>' +
          '<video><source src="https://a.example/v.mp4">No video</video><iframe src="about:blank"></iframe>' +
          '<object data="//b.example/o.pdf">Fallback</object>',
      ),
    ).toEqual([
      'embed: https://www.youtube.com/embed/abc YouTube: Boats',
      'embed: https://a.example/v.mp4 a.example: ',
      'embed: https://b.example/o.pdf b.example: ',
    ]);
  });

  it('a list goes on after what it cannot hold', () => {
    expect(read('<ul><li>one<blockquote>said</blockquote></li><li>two</li></ul>')).toEqual([
      '- one',
      'quote of ',
      '> p: said',
      '- two',
    ]);
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

  const full = (head: string, body = '<p>Text.</p>') =>
    foreign(`<html><head>${head}</head><body>${body}</body></html>`).article;

  it('fills the fields from its JSON-LD first, then from OpenGraph and the rest of its head', () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebSite', name: 'The Gull' },
        {
          '@type': ['NewsArticle'],
          headline: 'Ferry back in service',
          description: 'After nine weeks the boat sails again.',
          author: [{ '@type': 'Person', name: 'Mina Kelp', url: 'https://a.example/mina' }],
          datePublished: '2026-03-01T09:30:00+01:00',
          articleSection: 'Harbour',
          keywords: ['ferries', 'ports'],
        },
      ],
    };
    const article = full(
      `<script type="application/ld+json">${JSON.stringify(data)}</script>` +
        '<script type="application/ld+json">{ broken</script>' +
        '<meta property="og:title" content="Another title"><meta property="og:locale" content="de_AT">' +
        '<meta property="article:section" content="Elsewhere"><meta name="author" content="Nobody">' +
        '<link rel="canonical" href="https://a.example/ferry">',
    );
    expect(article).toMatchObject({
      headline: 'Ferry back in service',
      standfirst: 'After nine weeks the boat sails again.',
      bylines: [{ name: 'Mina Kelp', role: 'author', url: 'https://a.example/mina' }],
      stamp: {
        instant: '2026-03-01T08:30:00+00:00',
        zone: 'UTC',
        printed: '8:30 UTC, March 1, 2026',
      },
      section: 'Harbour',
      keywords: ['ferries', 'ports'],
      canonicalUrl: 'https://a.example/ferry',
      language: 'de-AT',
    });
    expect(
      full(
        '<meta property="og:title" content="Tide | The Gull"><meta property="og:site_name" content="The Gull">' +
          '<meta property="article:published_time" content="2026-03-01 09:30"><meta property="article:tag" content="tides">' +
          '<meta property="article:tag" content="moon"><meta name="author" content="By Mina Kelp and Ida Wrack">',
      ),
    ).toMatchObject({
      headline: 'Tide',
      bylines: [{ name: 'Mina Kelp' }, { name: 'Ida Wrack' }],
      // Nobody says of which zone that time is.
      stamp: { printed: '2026-03-01 09:30' },
      keywords: ['tides', 'moon'],
    });
    expect(
      full('<title>Tide | The Gull</title>', '<p><a rel="author" href="/ida">Ida Wrack</a></p>'),
    ).toMatchObject({ headline: 'Tide | The Gull', bylines: [{ name: 'Ida Wrack' }] });
  });

  it('is not told its description twice', () => {
    const meta = '<meta name="description" content="The boat sails again after …">';
    expect(full(meta, '<p>The boat sails again after nine weeks.</p>').standfirst).toBe('');
    expect(full(meta, '<p>Other words.</p>').standfirst).toBe('The boat sails again after …');
  });

  it('keeps what scripts and readers without them would see out of the story', () => {
    const article = full(
      '<noscript><style>p{}</style><p>Turn on scripts</p><img src="https://a.example/p.gif"></noscript>',
      '<p>Text.</p><noscript><p>Turn on scripts</p></noscript>',
    );
    expect(short(article.body)).toEqual(['p: Text.']);
  });

  it('has its links and pictures made whole, from the address that it gives as its own', () => {
    const article = full(
      '<link rel="canonical" href="https://a.example/news/ferry">',
      '<p><a href="/ports">a</a> <a href="tide?x=1#y">b</a> <a href="../up">c</a> <a href="//b.example/d">d</a></p>' +
        '<img src="img/boat.jpg" alt="A boat">',
    );
    expect(short(article.body)).toEqual([
      'p: [https://a.example/ports a] [https://a.example/news/tide?x=1#y b] [https://a.example/up c] [https://b.example/d d]',
      'image https://a.example/news/img/boat.jpg (A boat)  / ',
    ]);
  });

  it('is refused where it holds a NUL, and mended where it begins with a byte order mark', () => {
    expect(() => foreign('<p>a\0b</p>')).toThrow(/NUL character at offset 4/u);
    const { article, notices } = foreign('\uFEFF<p>a</p>');
    expect(short(article.body)).toEqual(['p: a']);
    expect(notices[0]).toMatch(/byte order mark/u);
  });
});
