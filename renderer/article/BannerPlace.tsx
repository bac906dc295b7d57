import { useLayoutEffect, useRef } from 'react';
import { runCommand } from '../commands.ts';
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

/** The pointer leaves the caret where it is; keys go on in the text when the banner has gone. */
function Banner({ kind, text, details, actions }: BannerContent) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const banner = place.current;
    return () => {
      if (banner?.contains(document.activeElement) === true) {
        queueMicrotask(() => void runCommand('view.text'));
      }
    };
  }, []);

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are those of its buttons
    <div
      ref={place}
      className={['notice', 'banner', kind].filter(Boolean).join(' ')}
      role={kind === 'error' ? 'alert' : undefined}
      onMouseDown={(event) => {
        const target = event.target as Element;
        if (target.closest('button, summary') !== null) event.preventDefault();
      }}
    >
      <p>{text}</p>
      {actions}
      {details !== undefined && (
        <details>
          <summary>{t('bar.details')}</summary>
          <p>{details}</p>
        </details>
      )}
    </div>
  );
}
