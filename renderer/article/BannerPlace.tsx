import { Notice } from '../ui/Notice.tsx';
import { t } from '../locale/locale.ts';
import { PresenceLine } from '../presence/PresenceLine.tsx';
import type { ArticleSession } from '../app/session/article-session.ts';
import {
  type BannerContent,
  useDeskBanner,
  useLostBanner,
  useStoryBanners,
  useTroubleBanner,
} from './banners.tsx';
import { useApp } from '../app/use-app.ts';

interface BannerPlaceProps {
  session: ArticleSession | undefined;
}

/**
 * The place above the proof for what the person must know before going on. It holds one banner, the
 * most important; the next one follows when that has been dealt with. An error is read out at once,
 * anything else when a screen reader is next idle. Below it stands who else is in the story.
 */
export function BannerPlace({ session }: BannerPlaceProps) {
  return (
    <div className="banner-place">
      <FirstBanner session={session} isError />
      <div aria-live="polite">
        <FirstBanner session={session} isError={false} />
        {session !== undefined && <PresenceLine session={session} />}
      </div>
    </div>
  );
}

interface FirstBannerProps extends BannerPlaceProps {
  /** Shows it if it is an error, else if it is none. */
  isError: boolean;
}

function FirstBanner({ session, isError }: FirstBannerProps) {
  return session === undefined ? (
    isError && <DeskBanner />
  ) : (
    <StoryBanner session={session} isError={isError} />
  );
}

function DeskBanner() {
  const [lost, unreachable, trouble] = [useLostBanner(), useDeskBanner(), useTroubleBanner()];
  const banner = lost ?? unreachable ?? trouble;
  return banner && <Banner {...banner} />;
}

function StoryBanner({ session, isError }: { session: ArticleSession; isError: boolean }) {
  const [first] = useStoryBanners(session);
  if (first === undefined || (first.kind === 'error') !== isError) return null;
  return <Banner key={first.id} {...first} />;
}

function Banner({ kind, text, details, actions }: BannerContent) {
  const { commands } = useApp();
  return (
    <Notice kind={kind} className="banner" onGone={() => commands.run('view.text')}>
      <p>{text}</p>
      <div className="banner-actions">{actions}</div>
      {details !== undefined && (
        <details>
          <summary>{t('bar.details')}</summary>
          <p>{details}</p>
        </details>
      )}
    </Notice>
  );
}
