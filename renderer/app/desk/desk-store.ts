import { AppError } from '../../../article/app-error.ts';
import { STATUSES, type Status } from '../../../article/article.ts';
import type { Args, ArticleSummary } from '../../../electron/contract/calls.ts';
import { type DeskView, MOST_IDS } from '../../../electron/contract/desk-view.ts';
import type { Client } from '../host/client.ts';
import { type Notices, messageOf } from '../notices.ts';
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

/** Someone who types is not interrupted by every letter: milliseconds before the search starts. */
const SEARCH_AFTER = 150;

/** The desk as a window sees it. */
export class DeskStore extends Store<DeskState> {
  private readonly client: Client;
  private readonly notices: Notices;
  private readings = 0;
  private latest = Promise.resolve();
  /** Readings of the whole desk that are under way. */
  private whole = 0;
  /** Stories that have changed since the list was read. */
  private readonly changed = new Set<string>();
  private readonly told = new Set<string>();
  private searching: ReturnType<typeof setTimeout> | undefined;

  constructor(client: Client, notices: Notices) {
    super({
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
    this.client = client;
    this.notices = notices;
  }

  /** Reads the desk and its list again. An answer that a later reading overtakes is that of the later. */
  read(): Promise<void> {
    this.whole += 1;
    this.latest = this.readWhole().finally(() => {
      this.whole -= 1;
    });
    return this.latest;
  }

  /** Reads again what the list says of some stories; the whole desk, where that does not tell all. */
  readChanged(ids: readonly string[]): Promise<void> {
    const { view, search } = this.snapshot();
    for (const id of ids) this.changed.add(id);
    const isFew = ids.length > 0 && this.changed.size <= MOST_IDS;
    if (!isFew || view === undefined || search.trim() !== '' || this.whole > 0) return this.read();
    this.latest = this.readLines([...this.changed]);
    return this.latest;
  }

  /** Looks at the desk's files themselves, for changes that no event told of. */
  async rescan(): Promise<void> {
    try {
      await this.client.call('desk.rescan', {});
    } catch (error) {
      this.set({ unreachable: messageOf(error) });
      return;
    }
    await this.read();
  }

  /** Shows only stories that match what is typed. */
  search(search: string): void {
    this.set({ search });
    clearTimeout(this.searching);
    this.searching = setTimeout(() => void this.read(), SEARCH_AFTER);
  }

  /** The first story that what is typed finds, without waiting for a pause in the typing. */
  async firstFound(): Promise<ArticleSummary | undefined> {
    clearTimeout(this.searching);
    await this.read();
    return this.snapshot().listed[0];
  }

  /** Shows only stories with this status; all for none. */
  filter(status: Status | undefined): void {
    this.set({ status });
    void this.read();
  }

  /** Shows all stories again. */
  listAll(): Promise<void> {
    this.set({ search: '', status: undefined });
    return this.read();
  }

  /** Reads the desk again for a story that has just come to it, which no search or filter may hide. */
  async listWith(id: string): Promise<void> {
    await this.read();
    if (!this.snapshot().listed.some((story) => story.id === id)) await this.listAll();
  }

  private async readLines(ids: string[]): Promise<void> {
    const isLatest = this.begin();
    const { client } = this;
    try {
      const [view, lines] = await Promise.all([
        client.call('desk.view', {}),
        client.call('articles.list', { ids }),
      ]);
      if (!isLatest()) return this.latest;
      const all = withChanged(this.snapshot().all, ids, lines);
      if (all === undefined) return this.read();
      const { status } = this.snapshot();
      this.show(
        view,
        all,
        status === undefined ? all : all.filter((line) => line.status === status),
      );
    } catch (error) {
      if (!isLatest()) return this.latest;
      this.set({ unreachable: messageOf(error) });
    }
  }

  private async readWhole(): Promise<void> {
    const isLatest = this.begin();
    const { client } = this;
    const { search, status } = this.snapshot();
    const words = listFilter({ search, status: undefined });
    const isSearch = Object.keys(words).length > 0;
    try {
      const [view, all, found, chosen] = await Promise.all([
        client.call('desk.view', {}),
        client.call('articles.list', {}),
        isSearch && client.call('articles.list', words),
        status !== undefined && client.call('articles.list', { ...words, status }),
      ]);
      if (!isLatest()) return this.latest;
      this.show(view, all, chosen || found || all, found ? countByStatus(found) : view.counts);
    } catch (error) {
      if (!isLatest()) return this.latest;
      this.set({ unreachable: messageOf(error) });
    }
  }

  /** Begins a reading; answers whether it is still the latest. */
  private begin(): () => boolean {
    this.readings += 1;
    const mine = this.readings;
    return () => mine === this.readings;
  }

  private show(
    view: DeskView,
    all: readonly ArticleSummary[],
    listed: readonly ArticleSummary[],
    counts: DeskView['counts'] = view.counts,
  ): void {
    this.changed.clear();
    this.tellOnce(view.notices);
    const { reading, trouble } = view;
    this.set({ view, all, listed, counts, reading, trouble, unreachable: undefined });
  }

  private tellOnce(notices: readonly string[]): void {
    for (const notice of notices) {
      if (!this.told.has(notice)) this.notices.report(new AppError('start', notice));
      this.told.add(notice);
    }
  }
}

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

function countByStatus(stories: readonly ArticleSummary[]): DeskView['counts'] {
  const count = (status: Status) => stories.filter((story) => story.status === status).length;
  const each = Object.fromEntries(STATUSES.map((status) => [status, count(status)]));
  return { ...(each as Record<Status, number>), all: stories.length };
}
