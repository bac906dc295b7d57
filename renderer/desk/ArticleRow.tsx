import { Files, TriangleAlert } from 'lucide-react';
import { type MouseEvent, memo } from 'react';
import type { Length as StoryLength } from '../../article/counts.ts';
import { isConflictCopy, withoutMark } from '../../article/headline.ts';
import type { ArticleSummary, SnippetRun } from '../../electron/contract/calls.ts';
import type { Present } from '../../electron/contract/present.ts';
import { inUnit, lengthUnits } from '../locale/length.ts';
import { t } from '../locale/locale.ts';
import { RowPeople } from '../presence/RowPeople.tsx';
import { pathApart } from '../app/session/path-apart.ts';
import { useWatched } from '../app/store.ts';
import { StatusMark } from '../ui/StatusMark.tsx';
import { ago } from './ago.ts';
import { useApp } from '../app/use-app.ts';

interface ArticleRowProps {
  article: ArticleSummary;
  current: boolean;
  /** The one line of the list that Tab stops at. */
  tabStop: boolean;
  now: Date;
  /** Who is in it in other Galleys. */
  people: readonly Present[] | undefined;
  /** Opens the story; `byKey` when it was Enter or Space, not a click. */
  onOpen(id: string, byKey: boolean): void;
  onMenu(article: ArticleSummary, at: DOMRect): void;
}

/** A story in the list of the desk; its menu opens with the right button or Shift+F10. */
export const ArticleRow = memo(function ArticleRow({
  article,
  current,
  tabStop,
  now,
  people,
  onOpen,
  onMenu,
}: ArticleRowProps) {
  const { headline, slugline, modified, fault, language, snippet, copies = [] } = article;
  // Where only the headline was hit, it is not shown twice.
  const inHeadline = snippet?.map(({ text }) => text).join('') === headline;
  const onContextMenu = (event: MouseEvent<HTMLButtonElement>) => {
    event.preventDefault();
    const row = event.currentTarget.getBoundingClientRect();
    // From the keyboard there is no place on the screen; the row itself is one.
    onMenu(article, event.button === 2 ? new DOMRect(event.clientX, event.clientY) : row);
  };

  return (
    <li>
      <button
        type="button"
        className="article-row"
        aria-current={current || undefined}
        tabIndex={tabStop ? 0 : -1}
        onClick={(event) => onOpen(article.id, event.detail === 0)}
        onContextMenu={onContextMenu}
      >
        {fault === undefined ? (
          <StatusMark status={article.status} />
        ) : (
          <TriangleAlert className="status-mark faulty" size={12} aria-hidden />
        )}
        <span
          className={headline === '' ? 'row-headline none' : 'row-headline'}
          lang={language}
          dir="auto"
        >
          {headline === '' ? t('untitled') : inHeadline ? marked(snippet) : withoutMark(headline)}
        </span>
        {snippet !== undefined && !inHeadline && (
          <span className="row-snippet" lang={language} dir="auto">
            {marked(snippet)}
          </span>
        )}
        {fault === undefined ? (
          <span className="row-facts numbers">
            {isConflictCopy(headline) ? (
              // Its slugline is that of the story, and there is room for one of the two.
              <span className="row-copies">{t('desk.conflictCopy')}</span>
            ) : (
              slugline !== '' && <span className="row-slug">{slugline}</span>
            )}
            {current ? <LiveLength article={article} /> : <Length {...article} />}
            <span>{ago(modified, now)}</span>
            {people !== undefined && <RowPeople people={people} />}
            {copies.length > 0 && <CopiesMark count={copies.length} />}
          </span>
        ) : (
          <span className="row-fault" title={fault}>
            {t('desk.fault', { fault: pathApart(fault).text })}{' '}
            {copies.length > 0 && <CopiesMark count={copies.length} />}
          </span>
        )}
      </button>
    </li>
  );
});

/** That the desk has other copies of the story. */
function CopiesMark({ count }: { count: number }) {
  const told = t('desk.copies', { count });
  return (
    <span className="row-copies">
      <Files size={12} role="img" aria-label={told}>
        <title>{told}</title>
      </Files>
    </span>
  );
}

/** The length of the open story, as its foot shows it at this moment. */
function LiveLength({ article }: { article: ArticleSummary }) {
  const { counted } = useApp();
  const story = useWatched(counted, (state) => state.story);
  return story?.id === article.id ? (
    <Length language={story.language} {...story.counts.story} />
  ) : (
    <Length {...article} />
  );
}

function Length({ language, ...length }: StoryLength & { language: string }) {
  const [unit] = lengthUnits(language);
  return <span>{inUnit(unit, length[unit])}</span>;
}

function marked(snippet: readonly SnippetRun[]) {
  return snippet.map(({ text, hit }, index) =>
    // The runs of a snippet have no other name than their place.
    // oxlint-disable-next-line react/no-array-index-key
    hit ? <mark key={index}>{text}</mark> : text,
  );
}
