import { type ReactNode, useState } from 'react';
import { dateAndTime } from '../locale/date-and-time.ts';
import { t } from '../locale/locale.ts';
import { knownNames } from '../app/people/presence.ts';
import type { ArticleSession } from '../app/session/article-session.ts';
import { useDamage } from '../app/session/damage.ts';
import { useIsGone } from '../app/session/is-gone.ts';
import {
  closeArticle,
  forgetRecovered,
  openArticle,
  saveAsNew,
  takeRecovered,
} from '../app/session/open-article.ts';
import { copyWords } from '../app/session/outgoing.ts';
import { asSentence, pathApart } from '../app/session/path-apart.ts';
import { quotedHeadline } from '../app/session/quoted-headline.ts';
import { useWatched } from '../app/store.ts';
import { Button } from '../ui/Button.tsx';
import { useCopyBanner } from './copy-banner.tsx';
import { putBack, trashBanner, useGoneText } from './trash-banner.tsx';
import type { App } from '../app/app.ts';
import { useApp } from '../app/use-app.ts';

/** Something to know before going on, with what can be done about it. */
export interface BannerContent {
  id: string;
  kind?: 'warning' | 'error';
  text: string;
  /** What only some want to read, such as the path of a file. */
  details?: string | undefined;
  actions?: ReactNode;
}

/** That the desk cannot be read, if it cannot. */
export function useDeskBanner(): BannerContent | undefined {
  const { desk } = useApp();
  const unreachable = useWatched(desk, (state) => state.unreachable);
  if (unreachable === undefined) return undefined;
  const { text, path } = pathApart(unreachable);
  return { id: 'unreachable', kind: 'error', text: asSentence(text), details: path };
}

/** That this machine cannot keep what it derives from the stories, until the person has seen it. */
export function useTroubleBanner(): BannerContent | undefined {
  const { desk } = useApp();
  const trouble = useWatched(desk, (state) => state.trouble);
  const seen = useWatched(desk, (state) => state.troubleSeen);
  if (trouble === undefined || trouble === seen) return undefined;
  const { text, path } = pathApart(trouble);
  return {
    id: 'trouble',
    kind: 'warning',
    text: t('bar.trouble', { reason: text }),
    details: path,
    actions: <Understood onClick={() => desk.set({ troubleSeen: trouble })} />,
  };
}

/** That the services do not answer, with what can be done for the words of this window. */
export function useLostBanner(session?: ArticleSession): BannerContent | undefined {
  const app = useApp();
  const { client, desk, notices } = app;
  const isLost = useWatched(client.connection, ({ lost }) => lost);
  if (!isLost) return undefined;
  return {
    id: 'lost',
    kind: 'error',
    text: t('bar.lost'),
    details: location.origin,
    actions: (
      <>
        {session !== undefined && (
          <Button onClick={() => notices.attempt(() => copyWords(app, session))}>
            {t('bar.lost.copy')}
          </Button>
        )}
        <Button look="quiet" onClick={() => notices.attempt(() => desk.rescan())}>
          {t('bar.tryAgain')}
        </Button>
      </>
    ),
  };
}

/** What there is to know about the story that is open and its desk, the most important first. */
export function useStoryBanners(session: ArticleSession): BannerContent[] {
  const app = useApp();
  const { desk, notices, opened, presence } = app;
  const save = useWatched(session, (view) => view.save);
  const keptAs = useWatched(session, (view) => view.keptAs);
  const changedBy = useWatched(session, (view) => view.changedBy);
  const names = useWatched(presence, (state) => state.names);
  const fromTrash = useWatched(session, (view) => view.fromTrash);
  const { notices: told, recovered } = useWatched(opened, (state) => state);
  const zone = useWatched(desk, (state) => state.view?.house.zone ?? 'UTC');
  const isGone = useIsGone(session.id);
  const goneText = useGoneText(session.id, isGone);
  const damage = useDamage(session.id);
  const unreachable = useDeskBanner();
  const trouble = useTroubleBanner();
  const copy = useCopyBanner(session);
  const [readOnlySeen, setReadOnlySeen] = useState<string>();

  const lost = useLostBanner(session);

  const banners: BannerContent[] = [];
  if (lost !== undefined) banners.push(lost);
  if (damage !== undefined) banners.push(damagedBanner(app, session, damage));
  else if (save.kind === 'failed') {
    banners.push({
      id: 'failed',
      kind: 'error',
      text: t('bar.failed'),
      details: save.reason,
      actions: (
        <Button onClick={() => notices.attempt(() => session.flush())}>{t('bar.tryAgain')}</Button>
      ),
    });
  }
  if (unreachable !== undefined) banners.push(unreachable);
  if (isGone && goneText !== undefined && save.kind === 'saved') {
    banners.push({
      id: 'gone',
      kind: 'warning',
      text: goneText,
      actions: (
        <>
          <Button onClick={() => notices.attempt(() => putBack(session))}>
            {t('bar.gone.putBack')}
          </Button>
          <Button look="quiet" onClick={() => closeArticle(app)}>
            {t('bar.gone.close')}
          </Button>
        </>
      ),
    });
  }
  if (fromTrash !== undefined) banners.push(trashBanner(app, session, fromTrash));
  if (recovered !== undefined) {
    banners.push({
      id: 'recovered',
      kind: 'warning',
      text: t('bar.recovered', { at: dateAndTime(recovered.at, zone) }),
      details: recovered.reason,
      actions: (
        <>
          <Button onClick={() => notices.attempt(() => takeRecovered(app))}>
            {t('bar.recovered.use')}
          </Button>
          <Button look="quiet" onClick={() => notices.attempt(() => forgetRecovered(app))}>
            {t('bar.recovered.discard')}
          </Button>
        </>
      ),
    });
  }
  if (keptAs !== undefined) {
    banners.push({
      id: 'kept-as',
      kind: 'warning',
      text: keptAsText(quotedHeadline(keptAs.headline), knownNames({ names }, keptAs.by)),
      actions: (
        <>
          <Button
            onClick={() => notices.attempt(() => openArticle(app, keptAs.id, { caret: true }))}
          >
            {t('bar.keptAs.open')}
          </Button>
          <Understood onClick={() => session.acknowledge('keptAs', 'changedBy')} />
        </>
      ),
    });
  }
  if (save.kind === 'read-only' && readOnlySeen !== session.id) {
    banners.push({
      id: 'read-only',
      kind: 'warning',
      text: t('bar.readOnly'),
      actions: <Understood onClick={() => setReadOnlySeen(session.id)} />,
    });
  }
  if (copy !== undefined && save.kind !== 'read-only') banners.push(copy);
  if (changedBy !== undefined) {
    const who = knownNames({ names }, changedBy);
    banners.push({
      id: 'merged',
      text: who === undefined ? t('bar.merged') : t('bar.mergedBy', { names: who }),
      actions: <Understood onClick={() => session.acknowledge('changedBy')} />,
    });
  }
  if (told.length > 0) {
    const texts = told.map(pathApart);
    const paths = texts.flatMap(({ path }) => (path === undefined ? [] : [path]));
    banners.push({
      id: 'notices',
      text: texts.map(({ text }) => asSentence(text)).join(' '),
      details: paths.length === 0 ? undefined : paths.join('\n'),
      actions: <Understood onClick={() => opened.set({ notices: [] })} />,
    });
  }
  if (trouble !== undefined) banners.push(trouble);
  return banners;
}

/** That the file of the story cannot be read any more, with what can become of the words here. */
function damagedBanner(app: App, session: ArticleSession, damage: string): BannerContent {
  const { client, dialogs, notices } = app;
  const { text, path } = pathApart(damage);
  const look = async () =>
    dialogs.show({ kind: 'file', ...(await client.call('articles.look', { id: session.id })) });
  return {
    id: 'damaged',
    kind: 'error',
    text: t('bar.damaged', { reason: text }),
    details: path,
    actions: (
      <>
        <Button onClick={() => notices.attempt(() => session.flush({ over: true }))}>
          {t('bar.damaged.over')}
        </Button>
        <Button onClick={() => notices.attempt(() => saveAsNew(app, session))}>
          {t('bar.damaged.asNew')}
        </Button>
        <Button look="quiet" onClick={() => notices.attempt(look)}>
          {t('bar.damaged.look')}
        </Button>
      </>
    ),
  };
}

function keptAsText(headline: string, names: string | undefined): string {
  return names === undefined
    ? t('bar.keptAs', { headline })
    : t('bar.keptAsBy', { headline, names });
}

function Understood({ onClick }: { onClick(): void }) {
  return (
    <Button look="quiet" onClick={onClick}>
      {t('bar.understood')}
    </Button>
  );
}
