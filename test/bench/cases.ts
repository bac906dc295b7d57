import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Article } from '../../article/article.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { formats } from '../../article/formats/formats.ts';
import { outgoing } from '../../article/formats/outgoing.ts';
import { parseHouse } from '../../article/house.ts';
import { root } from '../../scripts/checkout.js';
import { articleFile } from '../../electron/services/article-disk.ts';
import { ArticleIndex } from '../../electron/services/article-index.ts';
import { DeskExports } from '../../electron/services/desk-exports.ts';
import { type Desk, openDesk, openOrCreateDesk } from '../../electron/services/desk.ts';
import { scanDesk } from '../../electron/services/desk-scan.ts';
import { lookApart } from '../../electron/services/look-apart.ts';
import { readStylesheet } from '../../electron/services/exports.ts';
import { readImportFile } from '../../electron/services/import.ts';
import { openShelf } from '../../electron/services/open-shelf.ts';
import { PictureCache } from '../../electron/services/picture-cache.ts';
import { PublishedMedia } from '../../electron/services/published-media.ts';
import { findCase } from './find.ts';
import { type Result, atMost, cpuTime, longestTurn, median, memory, rate } from './measure.ts';
import { StoryMaker } from './stories.ts';

export interface Case {
  name: string;
  /** Works in an empty folder of its own, with so many stories of what the targets say (1 = all). */
  run(folder: string, share: number): Promise<Result[]>;
}

/** Makes a desk with so many stories of 800 words; none is spiked, or an export would leave it out. */
async function makeDesk(folder: string, count: number): Promise<string> {
  const desk = path.join(folder, 'desk');
  const { articles } = await openOrCreateDesk(desk);
  const maker = new StoryMaker(1);
  for (let number = 0; number < count; number += 1) {
    const made = maker.story(number);
    const story: Article = made.status === 'spiked' ? { ...made, status: 'approved' } : made;
    const place = path.join(articles, `story-${number}`);
    await fs.mkdir(place);
    await fs.writeFile(articleFile(place), serializeArticle(story));
  }
  return desk;
}

const exportCase: Case = {
  name: 'export',
  async run(folder, share) {
    const count = Math.round(1000 * share);
    const desk = await openDesk(await makeDesk(folder, count));
    const { shelf } = await openShelf(desk, path.join(folder, 'data'));
    await scanDesk(desk.articles, shelf.index);
    const media = new PublishedMedia(new PictureCache(path.join(folder, 'pictures')));
    const stylesheet = await readStylesheet(path.join(root, 'assets'));
    const exports = new DeskExports(shelf, stylesheet, media);
    let written = 0;
    let ours = 0;
    try {
      ours = await cpuTime(async () => {
        ({ written } = await exports.writeAll({ format: 'html' }, undefined));
      });
    } finally {
      shelf.index.close();
    }
    if (written !== count) throw new Error(`${written} of ${count} stories were exported`);
    return [
      rate(`export of ${count} stories of 800 words, with files`, count, 1000, ours),
      rate('  the same files read, parsed and written bare', count, undefined, await bare(desk)),
      await againstPandoc(folder, ours / count),
      memory('  memory after it'),
    ];
  },
};

/** What the files of an export cost by themselves, on this disk and machine, in milliseconds. */
async function bare({ folder, articles, exports }: Desk): Promise<number> {
  const stories = await fs.readdir(articles);
  const pages = await Promise.all(
    (await fs.readdir(exports)).map((slug) =>
      fs.readFile(path.join(exports, slug, `${slug}.html`)),
    ),
  );
  return cpuTime(async () => {
    for (const [index, page] of pages.entries()) {
      JSON.parse(await fs.readFile(articleFile(path.join(articles, stories[index]!)), 'utf8'));
      const place = path.join(folder, `bare-${index}`);
      await fs.mkdir(place);
      await fs.writeFile(path.join(place, 'page.html'), page);
    }
  });
}

/** Pandoc with the same stories, a file each as we write them; fewer, because it takes its time. */
async function againstPandoc(folder: string, ours: number): Promise<Result> {
  const what = '  against pandoc, a file each';
  const target = 'at least 9 times as fast';
  if (spawnSync('pandoc', ['--version']).status !== 0) {
    return { what, measured: 'not measured: pandoc is not installed', target };
  }
  const count = 20;
  const place = path.join(folder, 'pandoc');
  await fs.mkdir(place);
  const maker = new StoryMaker(1);
  for (let number = 0; number < count; number += 1) {
    const story = maker.story(number);
    const text = outgoing(story).as(formats.text);
    await fs.writeFile(
      path.join(place, `${number}.md`),
      `---\ntitle: ${story.headline}\n---\n\n${text}`,
    );
  }
  const { stdout } = spawnSync(
    'sh',
    ['-c', 'for file in *.md; do pandoc -s "$file" -o "$file.html"; done; times'],
    { cwd: place, encoding: 'utf8' },
  );
  const [, children = ''] = stdout.trim().split('\n');
  const seconds = [...children.matchAll(/(\d+)m([\d.]+)s/gu)].reduce(
    (sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest),
    0,
  );
  const times = (seconds * 1000) / count / ours;
  return { what, measured: `${times.toFixed(1)} times as fast`, target, reached: times >= 9 };
}

const importCase: Case = {
  name: 'import',
  async run(_, share) {
    const count = Math.round(1000 * share);
    const maker = new StoryMaker(2);
    const house = parseHouse({});
    const now = '2026-11-20T00:00:00Z';
    const wires = Array.from({ length: count }, (_none, number) => maker.wire(number));
    const time = () =>
      cpuTime(() => {
        for (const wire of wires) readImportFile('wire.txt', wire, house, now);
      });
    return [
      rate(`import of ${count} wire texts`, count, 2000, await time()),
      rate('  the same again, when the program is warm', count, undefined, await time()),
    ];
  },
};

const QUERIES = [
  'harbour',
  'section:politics',
  'byline:prøve status:draft',
  'bergen',
  '"the first"',
  'would not',
  'headline:the',
];

const indexCase: Case = {
  name: 'index',
  async run(folder, share) {
    const count = Math.round(10_000 * share);
    const desk = await openDesk(await makeDesk(folder, count));
    const file = path.join(folder, 'index.sqlite');
    const built = new ArticleIndex(file);
    const building = await cpuTime(() => scanDesk(desk.articles, built));
    const result = rate(`index of ${count} stories, built from nothing`, count, 2000, building);
    const after = memory('  memory after it');
    built.close();

    let index: ArticleIndex | undefined;
    const opened = await cpuTime(() => {
      index = new ArticleIndex(file);
      index.counts();
      index.list();
    });
    if (index === undefined) throw new Error('the index was not opened');
    const known = index;
    try {
      const rescan = await cpuTime(() => scanDesk(desk.articles, known));
      const maker = new StoryMaker(3);
      const words = Array.from({ length: 60 }, () => [maker.word(), maker.word()]);
      const queries = [
        ...QUERIES,
        ...words.flatMap(([a = '', b = '']) => [
          a,
          `${a} ${b}`,
          `"${a} ${b}"`,
          `${a.slice(0, 4)}*`,
        ]),
      ];
      const times: number[] = [];
      for (const search of queries) {
        times.push(await cpuTime(() => known.list({ search })));
      }
      const slowest = Math.max(...times);
      return [
        result,
        after,
        atMost(`  opened and listed`, opened, 300),
        {
          what: '  looked at again, nothing changed',
          measured: `${rescan.toFixed(0)} ms`,
          target: '',
        },
        atMost(`  search, median of ${queries.length}`, median(times), 20),
        { what: '  the slowest search', measured: `${slowest.toFixed(0)} ms`, target: '' },
      ];
    } finally {
      known.close();
    }
  },
};

const lookCase: Case = {
  name: 'look',
  async run(folder, share) {
    const count = Math.round(20_000 * share);
    const desk = await openDesk(await makeDesk(folder, count));
    const here = { first: [] as number[], again: [] as number[] };
    const apart = { first: [] as number[], again: [] as number[] };
    // In turn, so that both find the machine as busy.
    for (let round = 0; round < 3; round += 1) {
      for (const turns of [here, apart]) {
        const index = new ArticleIndex(path.join(folder, `${randomUUID()}.sqlite`));
        const look = () => (turns === apart ? lookApart(desk.articles, index) : undefined);
        turns.first.push(await longestTurn(() => scanDesk(desk.articles, index, GO_ON, look())));
        // What was read while it was fresh is read once more.
        await scanDesk(desk.articles, index);
        turns.again.push(await longestTurn(() => scanDesk(desk.articles, index, GO_ON, look())));
        index.close();
      }
    }
    const first = `${median(apart.first).toFixed(1)} of ${median(here.first).toFixed(1)} ms`;
    const [own, all] = [median(apart.again), median(here.again)];
    return [
      { what: `longest wait while ${count} stories are read`, measured: first, target: '' },
      {
        what: '  while they are looked at again',
        measured: `${own.toFixed(1)} of ${all.toFixed(1)} ms`,
        target: 'under a third',
        reached: own < all / 3,
      },
    ];
  },
};

const GO_ON = () => true;

export const cases: readonly Case[] = [
  importCase,
  exportCase,
  indexCase,
  lookCase,
  { name: 'find', run: (_, share) => findCase(share) },
];
