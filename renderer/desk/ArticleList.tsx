import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ArticleSummary } from '../../electron/contract/calls.ts';
import { t } from '../locale/locale.ts';
import { byStory } from '../app/people/presence.ts';
import { duplicateArticle, openArticle } from '../app/session/open-article.ts';
import { askToTrash } from '../app/session/trash-article.ts';
import { useWatched } from '../app/store.ts';
import { rovingTo } from '../ui/roving-keys.ts';
import { ContextMenu } from '../ui/ContextMenu.tsx';
import { ArticleRow } from './ArticleRow.tsx';
import { useApp } from '../app/use-app.ts';

interface ArticleListProps {
  articles: readonly ArticleSummary[];
  currentId: string | undefined;
}

/** The stories of the desk; Tab stops once, the arrows go from story to story. */
export function ArticleList({ articles, currentId }: ArticleListProps) {
  const app = useApp();
  const { commands, layout, notices, presence } = app;
  const list = useRef<HTMLUListElement>(null);
  const now = useNow();
  const everyone = useWatched(presence, (state) => state.people);
  const people = useMemo(() => byStory(everyone), [everyone]);
  const [menu, setMenu] = useState<{ article: ArticleSummary; at: DOMRect; asked: number }>();
  const showMenu = useCallback((article: ArticleSummary, at: DOMRect) => {
    setMenu((last) => ({ article, at, asked: (last?.asked ?? 0) + 1 }));
  }, []);
  const open = useCallback(
    (id: string, byKey: boolean) => {
      // Where there is little room, the desk lies over the story.
      layout.arrange({ desk: false });
      notices.attempt(() => openArticle(app, id, { caret: byKey }));
    },
    [app, layout, notices],
  );
  const current = articles.findIndex(({ id }) => id === currentId);

  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: 'nearest' });
  }, [current]);

  const onKeyDown = (event: KeyboardEvent) => {
    const rows = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLButtonElement);
    // Above the first is the search.
    if (event.key === 'ArrowUp' && at === 0) commands.run('view.search');
    const target = rows[rovingTo(event.key, at, rows.length, { down: true, ends: true }) ?? -1];
    if (target === undefined) return;
    event.preventDefault();
    target.focus();
  };

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of its buttons */}
      <ul ref={list} className="article-list" aria-label={t('desk.articles')} onKeyDown={onKeyDown}>
        {articles.map((article, index) => (
          <ArticleRow
            key={article.id}
            article={article}
            current={article.id === currentId}
            tabStop={index === Math.max(0, current)}
            now={now}
            people={people.get(article.id)}
            onOpen={open}
            onMenu={showMenu}
          />
        ))}
      </ul>
      {menu !== undefined && (
        <ContextMenu
          key={menu.asked}
          label={menu.article.headline || t('untitled')}
          at={menu.at}
          items={[
            {
              id: 'duplicate',
              label: t('command.article.duplicate'),
              disabled: menu.article.fault !== undefined,
              onChoose: () => notices.attempt(() => duplicateArticle(app, menu.article.id)),
            },
            {
              id: 'trash',
              label: t('command.article.trash'),
              onChoose: () => notices.attempt(() => askToTrash(app, menu.article.id)),
            },
          ]}
        />
      )}
    </>
  );
}

/** The time, drawn again every minute. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
