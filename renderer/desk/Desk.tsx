import { FileDown, Plus, Search, Settings2, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { shownKeys } from '../app/commands.ts';
import { formatNumber, t } from '../locale/locale.ts';
import { openArticle } from '../app/session/open-article.ts';
import { useWatched } from '../app/store.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { ArticleList } from './ArticleList.tsx';
import { StatusFilter } from './StatusFilter.tsx';
import { useLiveList } from '../app/desk/live-list.ts';
import { useApp } from '../app/use-app.ts';

/** The desk: what is on it, found by words and status, and the way to a new story. */
export function Desk() {
  const { commands, desk } = useApp();
  const view = useWatched(desk, (state) => state.view);
  const counts = useWatched(desk, (state) => state.counts);
  const status = useWatched(desk, (state) => state.status);
  const reading = useWatched(desk, (state) => state.reading);

  return (
    <section className="desk recedes" aria-label={t('desk.region')}>
      <header className="desk-head">
        <h1 title={view?.folder}>{view?.house.name || 'Galley'}</h1>
        <IconButton
          label={t('command.settings.open')}
          keys={shownKeys('settings.open')}
          icon={<Settings2 size={16} />}
          onClick={() => commands.run('settings.open')}
        />
      </header>
      <div className="desk-tools">
        <div className="desk-actions">
          <Button
            onClick={() => commands.run('article.new')}
            disabled={view?.writable === false}
            title={shownKeys('article.new')}
          >
            <Plus size={14} aria-hidden />
            {t('command.article.new')}
          </Button>
          <Button
            onClick={() => commands.run('article.import')}
            disabled={view?.writable === false}
            title={shownKeys('article.import')}
          >
            <FileDown size={14} aria-hidden />
            {t('command.article.import')}
          </Button>
        </div>
        <SearchBox />
        <StatusFilter counts={counts} chosen={status} onChoose={(to) => desk.filter(to)} />
      </div>
      {reading !== undefined && (
        <p className="desk-reading numbers">
          {t('desk.reading', {
            done: formatNumber(reading.done),
            total: formatNumber(reading.total),
          })}
        </p>
      )}
      <Listed />
    </section>
  );
}

function Listed() {
  const { desk, opened } = useApp();
  const total = useWatched(desk, (state) => state.view?.counts.all);
  const reading = useWatched(desk, (state) => state.reading !== undefined);
  const currentId = useWatched(opened, (state) => state.session?.id ?? state.fault?.id);
  const articles = useLiveList();
  if (articles.length > 0) return <ArticleList articles={articles} currentId={currentId} />;
  return total !== undefined && !reading && <NothingListed total={total} />;
}

function SearchBox() {
  const app = useApp();
  const { commands, desk, layout, notices } = app;
  const search = useWatched(desk, (state) => state.search);
  const box = useRef<HTMLInputElement>(null);

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape' && search !== '') {
      event.preventDefault();
      desk.search('');
    }
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      document.querySelector<HTMLElement>('.article-list button')?.focus();
    }
    if (event.key === 'Enter' && search.trim() !== '') {
      notices.attempt(async () => {
        const found = await desk.firstFound();
        if (found !== undefined) await openArticle(app, found.id);
      });
    }
  };

  useEffect(
    () =>
      commands.provide({
        'view.search': () => {
          layout.arrange({ desk: true });
          box.current?.select();
        },
      }),
    [commands, layout],
  );

  return (
    <div className="search-box">
      <Search size={14} aria-hidden />
      <input
        ref={box}
        type="text"
        className="input"
        aria-label={t('command.view.search')}
        placeholder={t('command.view.search')}
        title={t('desk.searchHint')}
        value={search}
        onChange={(event) => desk.search(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {search !== '' && (
        <IconButton
          label={t('desk.clearSearch')}
          icon={<X size={14} />}
          onClick={() => {
            desk.search('');
            box.current?.focus();
          }}
        />
      )}
    </div>
  );
}

function NothingListed({ total }: { total: number }) {
  const { commands, desk } = useApp();
  const searching = useWatched(desk, (state) => state.search.trim() !== '');
  if (total === 0) {
    return (
      <div className="nothing-listed">
        <p>{t('desk.empty')}</p>
        <p>{t('desk.emptyHint')}</p>
      </div>
    );
  }
  return (
    <div className="nothing-listed">
      <p>{t('desk.noMatch')}</p>
      {searching && <p>{t('desk.searchHint')}</p>}
      <Button
        look="quiet"
        onClick={() => {
          void desk.listAll();
          commands.run('view.search');
        }}
      >
        {t('desk.showAll')}
      </Button>
    </div>
  );
}
