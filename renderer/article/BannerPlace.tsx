import { Notice } from '../frame/Notice.tsx';
import { t } from '../locale/locale.ts';
import type { ArticleSession } from '../session/article-session.ts';
import { type BannerContent, useDeskBanner, useStoryBanners } from './banners.tsx';

/**
 * The place above the proof for what the person must know before going on. It holds one banner, the
 * most important; the next one follows when that has been dealt with.
 */
export function BannerPlace({ session }: { session: ArticleSession | undefined }) {
  return (
    <div className="banner-place" aria-live="polite">
      {session === undefined ? <DeskBanner /> : <StoryBanner session={session} />}
    </div>
  );
}

function DeskBanner() {
  const banner = useDeskBanner();
  return banner && <Banner {...banner} />;
}

function StoryBanner({ session }: { session: ArticleSession }) {
  const [first] = useStoryBanners(session);
  return first && <Banner key={first.id} {...first} />;
}

function Banner({ kind, text, details, actions }: BannerContent) {
  return (
    <Notice kind={kind} className="banner">
      <p>{text}</p>
      {actions}
      {details !== undefined && (
        <details>
          <summary>{t('bar.details')}</summary>
          <p>{details}</p>
        </details>
      )}
    </Notice>
  );
}
