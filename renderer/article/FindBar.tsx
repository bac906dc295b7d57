import {
  CaseSensitive,
  ChevronDown,
  ChevronUp,
  CircleAlert,
  Diff,
  Regex,
  TextSelect,
  WholeWord,
  X,
} from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import type { FindQuery } from '../../article/find.ts';
import { isMac, shownKeys } from '../app/commands.ts';
import type { ArticleSession } from '../app/session/article-session.ts';
import { useReadOnly } from '../app/session/fields.ts';
import { useWatched } from '../app/store.ts';
import { useApp } from '../app/use-app.ts';
import { formatNumber, t } from '../locale/locale.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { announce } from '../ui/announce.ts';
import './find-bar.css';

const OPTIONS = [
  ['matchCase', 'find.case', <CaseSensitive key="case" size={16} />],
  ['wholeWord', 'find.word', <WholeWord key="word" size={16} />],
  ['folded', 'find.folded', <Diff key="folded" size={16} />],
  ['regex', 'find.regex', <Regex key="regex" size={16} />],
] as const satisfies [keyof FindQuery, string, ReactNode][];

/** The bar above the story with which one looks for words in it, and replaces them. */
export function FindBar({ session }: { session: ArticleSession }) {
  const { desk, find, layout } = useApp();
  const state = useWatched(find, (now) => now);
  const { query, replacement, replaces, isScoped, hits, at, fault } = state;
  const readOnly = useReadOnly(session);
  const box = useRef<HTMLInputElement>(null);
  const article = () => session.snapshot().article;
  const ask = (change: Partial<FindQuery>) => find.ask(article(), { ...query, ...change });
  const isFixed = hits[at]?.line.fixed === true;
  const canReplace = !readOnly && hits.some(({ line }) => line.fixed !== true);
  // An expression says itself what makes a difference.
  const isIdle = (option: keyof FindQuery) =>
    (option === 'folded' && query.regex === true) ||
    (option === 'matchCase' && query.folded === true && query.regex !== true);

  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);

  // A button that has nothing left to do would take the focus with it.
  const stayInBar = () => {
    const now = find.snapshot();
    const hit = now.hits[now.at];
    if (hit === undefined || hit.line.fixed === true) box.current?.focus();
  };
  const replaceAll = () => {
    if (!canReplace) return;
    announce(t('find.replaced', { count: find.replaceAll(session) }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Escape') return;
    event.preventDefault();
    find.close();
  };
  const onFindKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
    event.preventDefault();
    find.step(event.shiftKey ? -1 : 1);
  };
  const onReplaceKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
    event.preventDefault();
    if (isMac ? event.metaKey : event.ctrlKey) replaceAll();
    else find.replace(session);
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it from everywhere
    <div className="find-bar" role="search" aria-label={t('find.region')} onKeyDown={onKeyDown}>
      <div className="find-row">
        <input
          ref={box}
          type="text"
          className="input find-box"
          aria-label={t('find.for')}
          aria-invalid={fault !== undefined}
          aria-describedby="find-count"
          placeholder={t('find.for')}
          spellCheck={false}
          autoComplete="off"
          value={query.text}
          onChange={({ target }) => ask({ text: target.value })}
          onKeyDown={onFindKey}
        />
        <span id="find-count" className="find-count numbers" aria-live="polite">
          {query.text !== '' &&
            fault === undefined &&
            (hits.length === 0
              ? t('find.none')
              : t('find.count', { at: formatNumber(at + 1), count: formatNumber(hits.length) }))}
        </span>
        <IconButton
          label={t('find.previous')}
          keys={shownKeys('edit.findPrevious')}
          icon={<ChevronUp size={16} />}
          disabled={hits.length === 0}
          onClick={() => find.step(-1)}
        />
        <IconButton
          label={t('find.next')}
          keys={shownKeys('edit.findNext')}
          icon={<ChevronDown size={16} />}
          disabled={hits.length === 0}
          onClick={() => find.step(1)}
        />
        <span className="find-options" role="group">
          {OPTIONS.map(([option, label, icon]) => (
            <IconButton
              key={option}
              label={t(label)}
              icon={icon}
              aria-pressed={query[option] === true && !isIdle(option)}
              disabled={isIdle(option)}
              onClick={() => ask({ [option]: query[option] !== true })}
            />
          ))}
          <IconButton
            label={t('find.selection')}
            icon={<TextSelect size={16} />}
            aria-pressed={isScoped}
            onClick={() => find.toggleScope(article())}
          />
        </span>
        <Button
          look="quiet"
          disabled={query.text.trim() === ''}
          onClick={() => {
            layout.arrange({ desk: true });
            desk.search(query.text);
          }}
        >
          {t('find.allStories')}
        </Button>
        <IconButton
          className="find-close"
          label={t('find.close')}
          icon={<X size={16} />}
          onClick={() => find.close()}
        />
      </div>
      {replaces && (
        <div className="find-row">
          <input
            type="text"
            className="input find-box"
            aria-label={t('find.replaceWith')}
            placeholder={t('find.replaceWith')}
            spellCheck={false}
            autoComplete="off"
            readOnly={readOnly}
            value={replacement}
            onChange={({ target }) => find.set({ replacement: target.value })}
            onKeyDown={onReplaceKey}
          />
          <Button
            disabled={readOnly || hits.length === 0 || isFixed}
            onClick={() => {
              find.replace(session);
              stayInBar();
            }}
          >
            {t('find.replace')}
          </Button>
          <Button
            disabled={!canReplace}
            onClick={() => {
              replaceAll();
              stayInBar();
            }}
          >
            {t('find.replaceAll')}
          </Button>
        </div>
      )}
      {(fault ?? (replaces && isFixed ? t('find.fixed') : undefined)) !== undefined && (
        <p className={fault === undefined ? 'find-hint' : 'find-hint field-error'} role="alert">
          <CircleAlert size={14} aria-hidden />
          {fault ?? t('find.fixed')}
        </p>
      )}
    </div>
  );
}
