import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { copyName } from '../../electron/services/conflict-copy.ts';
import { Chance } from './chance.ts';
import { GalleyProcess, Writer } from './galley.ts';
import { type BegunStory, beginStory, filesOf } from './stories.ts';
import { SyncService, copyNames, filesIn } from './sync-service.ts';

export interface Synced {
  /** Decides everything that is left to chance. */
  seed: number;
  stories: number;
  /** Saves of both Galleys together. */
  edits: number;
  /** The longest time between two saves of a Galley, in milliseconds. */
  apart: number;
  /** How long an upload or a delivery takes at most, in milliseconds. */
  late: number;
  /** How long a machine is offline at most, in milliseconds. */
  offline: number;
  /** For how long nothing must happen any more, in milliseconds. */
  quiet: number;
}

export interface SyncedResult {
  program: string;
  edits: number;
  conflicts: number;
  spells: number;
  /** Words that were told to be saved and are not in the story on both desks. */
  missing: string[];
  /** Stories that are not the same on both desks. */
  unequal: string[];
  /** Copies that lie beside stories. */
  left: string[];
  /** Stories that nobody began. */
  extra: number;
  /** Saves that failed. */
  failed: string[];
  /** Whether everything became quiet. */
  isQuiet: boolean;
}

/** How long it is waited for everything to become quiet, in milliseconds. */
const PATIENCE = 90_000;

/**
 * Two Galleys with a folder each, between which a sync program carries the files, write different
 * paragraphs of the same stories; tells what is not as it should be when everything has arrived.
 */
export async function writeSynced(home: string, synced: Synced): Promise<SyncedResult> {
  const { seed, stories, quiet } = synced;
  const program = new Chance(seed).oneOf(Object.keys(copyNames));
  const setting = { late: synced.late, twice: 0.1, copyName: copyNames[program]! };
  const service = new SyncService(setting, new Chance(seed + 1));
  const desks = ['ada', 'ben'].map((machine) => path.join(home, machine, 'desk'));
  const galleys: GalleyProcess[] = [];
  const begun: BegunStory[] = [];
  try {
    for (const desk of desks) {
      // oxlint-disable-next-line no-await-in-loop
      galleys.push(await startSynced(service, desk));
      while (begun.length < stories) {
        // oxlint-disable-next-line no-await-in-loop
        begun.push(await beginStory(galleys, 2));
      }
    }
    const over = new AbortController();
    const spells = loseTheNet(service, synced.offline, new Chance(seed + 2), over.signal);
    const written = await Promise.all(
      galleys.map((galley, at) => writeInto(galley, at, begun, synced)),
    );
    over.abort();
    const told = written.flatMap((each) => each.told);
    return {
      program,
      edits: synced.edits,
      spells: await spells,
      failed: written.flatMap(({ failed }) => failed),
      isQuiet: await becomeQuiet(service, quiet),
      conflicts: service.conflicts,
      ...(await compare(desks, begun, told)),
    };
  } finally {
    await Promise.all(galleys.map((galley) => galley.kill()));
    await service.close();
  }
}

/** Starts a Galley with what has come from the others, in a folder that is marked as Syncthing's. */
async function startSynced(service: SyncService, desk: string): Promise<GalleyProcess> {
  const machine = path.dirname(desk);
  await fs.mkdir(path.join(machine, '.stfolder'), { recursive: true });
  await fs.mkdir(desk);
  service.add(desk, path.basename(machine));
  await becomeQuiet(service, 300);
  return GalleyProcess.start(desk, path.join(machine, 'data'));
}

/** A word that was told to be saved, and the story that it is in. */
interface Told {
  id: string;
  word: string;
}

/** One Galley's half of the edits. */
async function writeInto(
  galley: GalleyProcess,
  at: number,
  begun: readonly BegunStory[],
  { seed, edits, apart }: Synced,
): Promise<{ told: Told[]; failed: string[] }> {
  const chance = new Chance(seed + 3 + at);
  const told: Told[] = [];
  const failed: string[] = [];
  const writers = await Promise.all(begun.map(({ id }) => Writer.open(galley, `window-${at}`, id)));
  for (let edit = at; edit < edits; edit += 2) {
    const story = chance.below(begun.length);
    const { id, paragraphs } = begun[story]!;
    const word = `w${story}x${edit}z`;
    try {
      // oxlint-disable-next-line no-await-in-loop
      const { keptAs } = await writers[story]!.write(paragraphs[at]!, word);
      if (keptAs === undefined) told.push({ id, word });
      else failed.push(`${word}: kept as another story`);
    } catch (error) {
      failed.push(`${word}: ${String(error)}`);
    }
    // oxlint-disable-next-line no-await-in-loop
    await sleep(chance.below(apart));
  }
  return { told, failed };
}

/** Takes one machine after the other off the net for a while; answers how often. */
async function loseTheNet(
  service: SyncService,
  longest: number,
  chance: Chance,
  signal: AbortSignal,
): Promise<number> {
  const wait = () => sleep(chance.below(longest), undefined, { signal }).catch(() => undefined);
  let spells = 0;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop
    await wait();
    if (signal.aborted) return spells;
    const client = chance.oneOf(service.clients);
    client.isOnline = false;
    // oxlint-disable-next-line no-await-in-loop
    await wait();
    client.isOnline = true;
    spells += 1;
  }
}

/** Looks for what is not as it should be on two desks. */
async function compare(
  desks: readonly string[],
  begun: readonly BegunStory[],
  told: readonly Told[],
): Promise<Pick<SyncedResult, 'missing' | 'unequal' | 'left' | 'extra'>> {
  const files = await Promise.all(desks.map(filesOf));
  const texts = (id: string) =>
    files.map((each) => each.find((text) => text.includes(`"id": "${id}"`)) ?? '');
  const names = await Promise.all(desks.map((desk) => filesIn(path.join(desk, 'articles'))));
  return {
    missing: told
      .filter(({ id, word }) => !texts(id).every((text) => text.includes(word)))
      .map(({ word }) => word),
    unequal: begun.map(({ id }) => id).filter((id) => new Set(texts(id)).size > 1),
    left: names.flat().filter((name) => copyName(path.basename(name)) !== undefined),
    extra: Math.max(...files.map(({ length }) => length)) - begun.length,
  };
}

/** Waits until everything has arrived and no file has changed for so long; false if that never is. */
async function becomeQuiet(service: SyncService, time: number): Promise<boolean> {
  const until = performance.now() + PATIENCE;
  let [before, since] = ['', performance.now()];
  while (performance.now() < until) {
    // oxlint-disable-next-line no-await-in-loop
    await sleep(100);
    // oxlint-disable-next-line no-await-in-loop
    const now = await Promise.all(service.clients.map(({ folder }) => stateOf(folder)));
    const state = JSON.stringify(now);
    // oxlint-disable-next-line no-await-in-loop
    const isSettled = await service.isSettled();
    if (state !== before || !isSettled) [before, since] = [state, performance.now()];
    else if (performance.now() - since >= time) return true;
  }
  return false;
}

async function stateOf(desk: string): Promise<string[]> {
  return Promise.all(
    (await filesIn(desk)).map(async (name) => {
      const stats = await fs.stat(path.join(desk, name)).catch(() => undefined);
      return `${name} ${stats?.ino} ${stats?.mtimeMs}`;
    }),
  );
}
