import { runCrowd } from './crowd.ts';
import { failEveryCall } from './faults.ts';
import { writeOnFullDisks } from './full-disk.ts';
import { killOften } from './kills.ts';
import { meetOddFiles } from './odd-files.ts';
import { type Pairs, savePairs } from './pairs.ts';
import { renameDuringLooks } from './renames.ts';
import { writeSynced } from './synced.ts';
import { writeInTabs } from './tabs.ts';
import { mayMount } from '../mounts.ts';

/** A promise that was put to the test: what was done, what came of it, and whether it holds. */
export interface Verdict {
  what: string;
  measured: string;
  holds: boolean;
}

export interface Case {
  name: string;
  /** Works in the empty folder `home`; `share` of the whole torture, up to 1. `seed` decides chance. */
  run(home: string, share: number, seed: number): Promise<Verdict[]>;
}

const pairsOf = (what: string, name: string, pairs: Pairs): Case => ({
  name,
  async run(home, share) {
    const rounds = Math.max(1, Math.round(pairs.rounds * share));
    const { saves, missing, copies } = await savePairs(home, { ...pairs, rounds });
    return [
      {
        what,
        measured: `${saves} saves, ${missing.length} words missing, ${copies} copies`,
        holds: missing.length === 0 && copies === 0,
      },
    ];
  },
});

const UP_TO_A_SECOND = [0, 0, 1, 5, 20, 50, 100, 200, 400, 800, 1000];

/** What `npm run torture` does, in its order. */
export const cases: Case[] = [
  pairsOf('two Galleys, other paragraphs, 0 to 1 s apart', 'pairs', {
    galleys: 2,
    stories: 100,
    rounds: 100,
    apart: UP_TO_A_SECOND,
    after: 0,
  }),
  pairsOf('three Galleys', 'three', {
    galleys: 3,
    stories: 100,
    rounds: 20,
    apart: UP_TO_A_SECOND,
    after: 0,
  }),
  pairsOf('two Galleys, a disk 150 ms slow', 'slow', {
    galleys: 2,
    stories: 100,
    rounds: 10,
    apart: UP_TO_A_SECOND,
    after: 0,
    slow: 150,
  }),
  pairsOf('two Galleys whose locks lock nothing, 10 s later', 'unlocked', {
    galleys: 2,
    stories: 100,
    rounds: 10,
    apart: UP_TO_A_SECOND,
    after: 10_000,
    locks: false,
  }),
  {
    name: 'crowd',
    async run(home, share) {
      const found = await runCrowd(home, { galleys: 8, stories: 6, time: 600_000 * share });
      const { saves, planted, stopped, killed, missing, copies, longest } = found;
      return [
        {
          what: 'eight Galleys, some stopped, some killed, dead locks',
          measured: `${saves} saves, ${planted} dead locks, ${stopped} stopped, ${killed} killed, ${missing.length} words missing, ${copies} copies`,
          holds: missing.length === 0 && copies === 0,
        },
        {
          what: 'the longest wait of a Galley that ran',
          measured: `${(longest / 1000).toFixed(1)} s`,
          holds: longest <= 6000,
        },
      ];
    },
  },
  {
    name: 'kills',
    async run(home, share) {
      const found = await killOften(home, Math.max(1, Math.round(2000 * share)));
      const { kills, words, missing, lost, unreadable, copies, leftovers } = found;
      return [
        {
          what: 'killed while typing, saving, renaming, trashing, starting',
          measured: `${kills} kills, ${words} words, ${missing.length}${missing.length > 0 ? ` (${missing.slice(0, 5).join()}…)` : ''} missing, ${unreadable} unreadable, ${copies} copies, ${leftovers.length} leftovers`,
          holds: [missing.length, unreadable, copies, leftovers.length].every(
            (count) => count === 0,
          ),
        },
        {
          what: 'the typing that was gone',
          measured: `at most ${(lost / 1000).toFixed(2)} s`,
          holds: lost <= 1000,
        },
      ];
    },
  },
  {
    name: 'renames',
    async run(home, share) {
      const count = Math.max(20, Math.round(20_000 * share));
      const found = await renameDuringLooks(home, { stories: 20, renames: count });
      const { renames, looks, wrong, doubles } = found;
      return [
        {
          what: 'renamed by two Galleys that look at the desk all the time',
          measured: `${renames} renames, ${looks} looks, ${wrong.length} wrong lists, ${doubles} doubles${wrong.map((one) => `\n  ${one}`).join('')}`,
          holds: wrong.length === 0 && doubles === 0,
        },
      ];
    },
  },
  {
    name: 'faults',
    async run(home, share) {
      const { faults, ...found } = await failEveryCall(home, share);
      const { falseSaved, falseFailures, damaged, refused } = found;
      const wrong = [...falseSaved, ...falseFailures, ...damaged, ...refused];
      for (const line of wrong) console.error(line);
      return [
        {
          what: 'every file call of saving, opening and starting fails in turn',
          measured: `${faults} faults, ${falseSaved.length} false “Saved”, ${falseFailures.length} false failures, ${damaged.length} damaged, ${refused.length} refused`,
          holds: wrong.length === 0,
        },
      ];
    },
  },
  {
    name: 'full',
    async run(home, share) {
      const what = 'saved, opened, started while a real disk is full';
      if (!(await mayMount()))
        return [{ what, measured: 'not tried: to mount a disk takes root on Linux', holds: true }];
      const rounds = Math.max(24, Math.round(240 * share));
      const { saves, refused, wrong } = await writeOnFullDisks(home, rounds);
      for (const line of wrong) console.error(line);
      return [
        {
          what,
          measured: `${saves} saves, ${refused} refused, ${wrong.length} wrong`,
          holds: wrong.length === 0,
        },
      ];
    },
  },
  {
    name: 'files',
    async run(home, share, seed) {
      const what = `odd files in the place of stories, seed ${seed}`;
      if (process.platform === 'win32')
        return [{ what, measured: 'not tried: Windows has no pipes among files', holds: true }];
      const count = Math.max(35, Math.round(250 * share));
      const found = await meetOddFiles(home, count, seed);
      const { files, asked, crashes, hangs, changed, memory } = found;
      for (const line of [...crashes, ...hangs, ...changed]) console.error(line);
      return [
        {
          what,
          measured: `${files} files, ${asked} times asked, ${crashes.length} crashes, ${hangs.length} hangs, ${changed.length} changed`,
          holds: [...crashes, ...hangs, ...changed].length === 0,
        },
        {
          what: 'the most memory of a process',
          measured: `${Math.round(memory.bytes / 1e6)} MB, ${memory.what}`,
          holds: memory.bytes < 500e6,
        },
      ];
    },
  },
  {
    name: 'tabs',
    async run(home, share) {
      const rounds = Math.max(1, Math.round(50 * share));
      const { saves, unanswered, missing } = await writeInTabs(home, { tabs: 20, rounds });
      for (const line of unanswered) console.error(line);
      return [
        {
          what: 'twenty tabs of one host write at once',
          measured: `${saves} saves, ${unanswered.length} without an answer, ${missing.length} words missing`,
          holds: unanswered.length === 0 && missing.length === 0,
        },
      ];
    },
  },
  {
    name: 'synced',
    async run(home, share, seed) {
      const found = await writeSynced(home, {
        seed,
        stories: 20,
        edits: Math.max(40, Math.round(5000 * share)),
        apart: 180,
        late: 2500,
        offline: 12_000,
        quiet: 12_000,
      });
      const { program, edits, conflicts, spells, missing, unequal, left, extra, failed } = found;
      for (const line of [...failed, ...left]) console.error(line);
      return [
        {
          what: `two desks that ${program} keeps alike, seed ${seed}`,
          measured: `${edits} edits, ${conflicts} conflicts, ${spells} times offline, ${failed.length} failed, ${missing.length} words missing, ${unequal.length} unequal, ${left.length} copies left, ${extra} stories too many${found.isQuiet ? '' : ', never quiet'}`,
          holds:
            [...failed, ...missing, ...unequal, ...left].length === 0 &&
            extra === 0 &&
            found.isQuiet,
        },
      ];
    },
  },
];
