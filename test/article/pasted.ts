import fs from 'node:fs';
import type { Block } from '../../article/blocks/blocks.ts';
import { linesOf } from '../../article/blocks/holds.ts';
import type { List } from '../../article/blocks/list/list.ts';
import type { Run } from '../../article/inline.ts';

/** What a program puts on the clipboard, and what is to come of it. */
interface Pasted {
  program: string;
  /** The names of the files `test/fixtures/paste/….html` and `.txt`. */
  name: string;
  /** All words that are to arrive, in their order; between them one space. */
  words: string;
  /** The blocks in short, see `shortBlocks`. */
  blocks: string[];
}

const FOLDER = new URL('../fixtures/paste/', import.meta.url);

/** The two forms in which a fixture is on the clipboard. */
export function clipboardOf(name: string): { html: string; text: string } {
  const read = (ending: string) => fs.readFileSync(new URL(`${name}.${ending}`, FOLDER), 'utf8');
  return { html: read('html'), text: read('txt') };
}

/** The words of text, between them one space. */
export function wordsOf(text: string): string {
  return text.split(/\s+/u).filter(Boolean).join(' ');
}

/** The words of blocks that a reader reads; the texts that stand for pictures are not among them. */
export function wordsIn(blocks: readonly Block[]): string {
  return wordsOf(
    linesOf(blocks.map((block) => (block.type === 'image' ? { ...block, alt: '' } : block))).join(
      ' ',
    ),
  );
}

/** One of each program. A picture that the clipboard carries itself is `kept`. */
export const index: readonly Pasted[] = [
  {
    program: 'Word for Windows',
    name: 'word-windows',
    words:
      'Harbour plan Bergen will close its old quay on Monday, the council said. Ferries move north Two a day Fish market stays First phase Survey Second phase Costs Quay 90 million Road H2O works “We agreed,” the mayor’s office wrote.',
    blocks: [
      'h2: Harbour plan',
      'p: Bergen will [bold close] its old quay on Monday, the [https://example.com/council council] said.',
      '- Ferries move north',
      '  - Two a [italic day]',
      '- Fish market stays',
      '1. First phase',
      '  1. Survey',
      '1. Second phase',
      'h2: Costs',
      'table: ',
      '| Quay | 90 million',
      '| Road | H[subscript 2]O works',
      'p: “We agreed,” the mayor’s office wrote.',
    ],
  },
  {
    program: 'Word for Mac',
    name: 'word-mac',
    words:
      'Turnout rose to 61% on Sunday, officials said. North: 64% Harbour wards South: 58% Final count on Tuesday Counted by hand[1] and checked twice.',
    blocks: [
      'p: Turnout rose to 61% on Sunday, officials said.',
      '1. North: 64%',
      '  1. Harbour wards',
      '1. South: 58%',
      '- Final count on [underline Tuesday]',
      'p: Counted by hand[1] and checked [underline twice].',
    ],
  },
  {
    program: 'Word on the web',
    name: 'word-web',
    words:
      'Strike ends Rail workers voted to return, the union said. Trains run from Friday. Pay up 4% From March Hours cut Ballot',
    blocks: [
      'h2: Strike ends',
      'p: Rail workers voted[bold  to return], the [https://example.com/union union] said. / Trains run from Friday.',
      '- Pay up 4%',
      '  - From March',
      '- Hours cut',
      '1. Ballot',
      'image kept (A locked depot gate) ',
    ],
  },
  {
    program: 'Google Docs',
    name: 'google-docs',
    words:
      'Budget vote Parliament passed the bill late on Friday. For: 52 Three crossed over Against: 48 Taxes Schools 4.1 bn The ruling party1 said: “Done.”',
    blocks: [
      'h2: Budget vote',
      'p: Parliament [bold passed] the [https://example.com/bill bill][italic  late] on Friday.',
      '- For: 52',
      '  - Three crossed over',
      '- Against: 48',
      '1. Taxes',
      'image https://lh7-rt.googleusercontent.com/docsz/AD_4nXe1?key=abc (The chamber) ',
      'table: ',
      '| Schools | 4.1 bn',
      'p: The ruling party[superscript 1] said: / “Done.”',
    ],
  },
  {
    program: 'LibreOffice',
    name: 'libreoffice',
    words:
      'River rises Updated 03/02/26: the water is two metres above normal, the gauge shows. Sandbags at the mill Four hundred Schools shut Call 112 Place Level Mill 2 m Rain1 goes on. 1 Weather office',
    blocks: [
      'h2: River rises',
      'p: Updated 03/02/26: the water is [bold two metres] above [italic normal], the [https://example.com/gauge gauge] shows.',
      '- Sandbags at the mill',
      '  - Four hundred',
      '- Schools shut',
      '1. Call [underline 112]',
      'table: ',
      '| #Place | #Level',
      '| Mill | 2 m',
      'image kept (The bridge at noon) ',
      'p: Rain[superscript 1] goes on.',
      'p: 1 Weather office',
    ],
  },
  {
    program: 'Apple Notes',
    name: 'apple-notes',
    words:
      'Interview notes Spoke to the skipper at six, alone again. Nets were full Cod, mostly No fuel since May Call the port Ends',
    blocks: [
      'p: [bold Interview notes]',
      'p: Spoke to the [italic skipper] at [underline six], [bold alone][strikethrough  again].',
      '- Nets were full',
      '  - Cod, mostly',
      '- No fuel since May',
      '1. Call [https://example.com/port the port]',
      'p: Ends',
    ],
  },
  {
    program: 'Apple Pages',
    name: 'apple-pages',
    words:
      'Election night Polls close at 8 p.m. & counting begins at once. Results follow. Ward Seats East 7 All figures are early.',
    blocks: [
      'p: [bold Election night]',
      'p: Polls close at 8 p.m. & counting [bold italic begins] at once. / Results follow.',
      'table: ',
      '| [bold Ward] | [bold Seats]',
      '| East | 7',
      'p: All figures are early.',
    ],
  },
  {
    program: 'Outlook',
    name: 'outlook',
    words:
      'Dear desk, the minister resigns today; write to press@example.com. At noon Live feed No questions From: Press Office <press@example.com> Sent: Monday, March 2, 2026 9:14 AM Subject: Statement Framed words.',
    blocks: [
      'p: Dear desk,',
      'p: the minister [bold resigns] today; write to [mailto:press@example.com press@example.com].',
      '- At noon',
      '  - Live feed',
      '- No questions',
      'image kept (Seal of the ministry) ',
      'p: [bold From:] Press Office <press@example.com> / [bold Sent:] Monday, March 2, 2026 9:14 AM / [bold Subject:] Statement',
      'p: Framed words.',
    ],
  },
  {
    program: 'Excel',
    name: 'excel',
    words: 'Town People Share New Haven 1,200.50 50% See data #DIV/0!',
    blocks: [
      'table: ',
      '| [bold Town] | [bold People] | [bold Share]',
      '| New / Haven | 1,200.50 | 50%',
      '| 2 wide: See [https://example.com/data data] | #DIV/0!',
    ],
  },
  {
    program: 'a news page',
    name: 'news-page',
    words:
      'Bridge opens early By Ann Berg Share Email The bridge on Monday. The bridge opened two weeks early. Drivers cheered. What it cost “Less than planned.” Kari Lund',
    blocks: [
      'h2: Bridge opens early',
      'p: By [https://news.example.com/by/ann Ann Berg]',
      '- Share',
      '- Email',
      'image https://img.example.com/480/bridge.jpg (The new bridge) The bridge on Monday.',
      'p: The [https://news.example.com/topics/bridge?utm=1 bridge] opened [italic two weeks] early.',
      'p: Drivers cheered.',
      'h2: What it cost',
      '> p: “Less than planned.”',
      '> by: Kari Lund',
    ],
  },
  {
    program: 'Superdesk',
    name: 'superdesk',
    words:
      'Farmers blocked three roads near the border on Monday. Demands Cheaper fuel By autumn Fair prices We will stay.',
    blocks: [
      'p: Farmers blocked [bold three] roads near the [https://example.com/border border] on [italic Monday].',
      'h2: Demands',
      '- Cheaper fuel',
      '  - By autumn',
      '- Fair prices',
      '> p: We will stay.',
      '> by: ',
    ],
  },
  {
    program: 'WordPress',
    name: 'wordpress',
    words:
      'At the market Stalls opened at dawn, traders said. It rained. Plums Red Yellow Pears Plums on Monday Best in years. Ola, trader Plums 3.20 Prices',
    blocks: [
      'h3: At the [italic market]',
      'p: Stalls opened at [bold dawn], [https://example.com/market traders] said. / It rained.',
      '- Plums',
      '  1. Red',
      '  1. Yellow',
      '- Pears',
      'image https://blog.example.com/wp-content/uploads/2026/03/plums-1024x683.jpg (A crate of plums) Plums on Monday',
      '> p: Best in years.',
      '> by: Ola, trader',
      'divider',
      'table: ',
      '| Plums | 3.20',
      'p: Prices',
    ],
  },
];

/** Blocks in short: `p: text`, `h3: text`, `- item`, marks as `[bold text]`. */
export function shortBlocks(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'paragraph':
        return [`p: ${line(block.content)}`];
      case 'heading':
        return [`h${block.level}: ${line(block.content)}`];
      case 'list':
        return items(block, '');
      case 'quote':
        return [
          ...shortBlocks(block.body).map((said) => `> ${said}`),
          `> by: ${block.attribution}`,
        ];
      case 'image':
        return [`image ${block.source ?? 'kept'} (${block.alt}) ${line(block.caption)}`];
      case 'table':
        return [
          `table: ${line(block.caption)}`,
          ...block.rows.map(
            ({ cells }) =>
              `| ${cells
                .map(
                  ({ header, colspan, content }) =>
                    `${header ? '#' : ''}${colspan ? `${colspan} wide: ` : ''}${line(content)}`,
                )
                .join(' | ')}`,
          ),
        ];
      default:
        return [block.type];
    }
  });
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
