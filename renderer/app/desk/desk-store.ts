import { AppError } from '../../../article/app-error.ts';
import { STATUSES, type Status } from '../../../article/article.ts';
import type { Args, ArticleSummary } from '../../../electron/contract/calls.ts';
import { type DeskView, MOST_IDS } from '../../../electron/contract/desk-view.ts';
import { call } from '../host/client.ts';
import { noteOwn } from '../session/changers.ts';
import { messageOf, report } from '../notices.ts';
import { Store } from '../store.ts';
import { withChanged } from './changed-lines.ts';

interface DeskState {
  /** Undefined until the desk has been read for the first time. */
  view: DeskView | undefined;
  /** Every story of the desk, whatever the list shows. */
  all: readonly ArticleSummary[];
  /** What the list shows. */
  listed: readonly ArticleSummary[];
  /** How many stories of each status there are: on the desk, or among those that a search finds. */
  counts: DeskView['counts'] | undefined;
  search: string;
  status: Status | undefined;
  /** How far the reading of a desk that is new here is. */
  reading: DeskView['reading'];
  /** Why the desk cannot be read, if it cannot; the list is then what was last known. */
  unreachable: string | undefined;
  /** What is the matter with the folder of this machine, and what of it the person has seen. */
  trouble: string | undefined;
  troubleSeen: string | undefined;
}

/** The desk as this window sees it. */
export const desk = new Store<DeskState>({
  view: undefined,
  all: [],
  listed: [],
  counts: undefined,
  search: '',
  status: undefined,
  reading: undefined,
  unreachable: undefined,
  trouble: undefined,
  troubleSeen: undefined,
});

/** The arguments that ask for the stories which the list shows. */
export function listFilter({
  search,
  status,
}: Pick<DeskState, 'search' | 'status'>): Args<'articles.list'> {
  return {
    ...(search.trim() !== '' && { search, typing: true }),
    ...(status !== undefined && { status }),
  };
}

let readings = 0;
let latest = Promise.resolve();
/** Readings of the whole desk that are under way. */
let whole = 0;
/** Stories that have changed since the list was read. */
const changed = new Set<string>();

/** Reads the desk and its list again. An answer that a later reading overtakes is that of the later. */
export function readDesk(): Promise<void> {
  whole += 1;
  latest = read().finally(() => {
    whole -= 1;
  });
  return latest;
}

/** Reads again what the list says of some stories; the whole desk, where that does not tell all. */
export function readChanged(ids: readonly string[]): Promise<void> {
  const { view, search } = desk.snapshot();
  for (const id of ids) changed.add(id);
  const isFew = ids.length > 0 && changed.size <= MOST_IDS;
  if (!isFew || view === undefined || search.trim() !== '' || whole > 0) return readDesk();
  latest = readLines([...changed]);
  return latest;
}

async function readLines(ids: string[]): Promise<void> {
  readings += 1;
  const mine = readings;
  try {
    const [view, lines] = await Promise.all([
      call('desk.view', {}),
      call('articles.list', { ids }),
    ]);
    if (mine !== readings) return latest;
    const all = withChanged(desk.snapshot().all, ids, lines);
    if (all === undefined) return readDesk();
    const { status } = desk.snapshot();
    show(view, all, status === undefined ? all : all.filter((line) => line.status === status));
  } catch (error) {
    if (mine !== readings) return latest;
    desk.set({ unreachable: messageOf(error) });
  }
}

function show(
  view: DeskView,
  all: readonly ArticleSummary[],
  listed: readonly ArticleSummary[],
  counts: DeskView['counts'] = view.counts,
): void {
  changed.clear();
  noteOwn(view.installation);
  tellOnce(view.notices);
  const { reading, trouble } = view;
  desk.set({ view, all, listed, counts, reading, trouble, unreachable: undefined });
}

async function read(): Promise<void> {
  readings += 1;
  const mine = readings;
  const { search, status } = desk.snapshot();
  const words = listFilter({ search, status: undefined });
  const isSearch = Object.keys(words).length > 0;
  try {
    const [view, all, found, chosen] = await Promise.all([
      call('desk.view', {}),
      call('articles.list', {}),
      isSearch && call('articles.list', words),
      status !== undefined && call('articles.list', { ...words, status }),
    ]);
    if (mine !== readings) return latest;
    show(view, all, chosen || found || all, found ? countByStatus(found) : view.counts);
  } catch (error) {
    if (mine !== readings) return latest;
    desk.set({ unreachable: messageOf(error) });
  }
}

const told = new Set<string>();

function tellOnce(notices: readonly string[]): void {
  for (const notice of notices) {
    if (!told.has(notice)) report(new AppError('start', notice));
    told.add(notice);
  }
}

function countByStatus(stories: readonly ArticleSummary[]): DeskView['counts'] {
  const count = (status: Status) => stories.filter((story) => story.status === status).length;
  const each = Object.fromEntries(STATUSES.map((status) => [status, count(status)]));
  return { ...(each as Record<Status, number>), all: stories.length };
}

/** Looks at the desk's files themselves, for changes that no event told of. */
export async function rescanDesk(): Promise<void> {
  try {
    await call('desk.rescan', {});
  } catch (error) {
    desk.set({ unreachable: messageOf(error) });
    return;
  }
  await readDesk();
}

/** Someone who types is not interrupted by every letter: milliseconds before the search starts. */
const SEARCH_AFTER = 150;
let searching: ReturnType<typeof setTimeout> | undefined;

/** Shows only stories that match what is typed. */
export function searchDesk(search: string): void {
  desk.set({ search });
  clearTimeout(searching);
  searching = setTimeout(() => void readDesk(), SEARCH_AFTER);
}

/** The first story that what is typed finds, without waiting for a pause in the typing. */
export async function firstFound(): Promise<ArticleSummary | undefined> {
  clearTimeout(searching);
  await readDesk();
  return desk.snapshot().listed[0];
}

/** Shows only stories with this status; all for none. */
export function filterDesk(status: Status | undefined): void {
  desk.set({ status });
  void readDesk();
}

/** Shows all stories again. */
export function listAll(): Promise<void> {
  desk.set({ search: '', status: undefined });
  return readDesk();
}

/** Reads the desk again for a story that has just come to it, which no search or filter may hide. */
export async function listWith(id: string): Promise<void> {
  await readDesk();
  if (!desk.snapshot().listed.some((story) => story.id === id)) await listAll();
}
