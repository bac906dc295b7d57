import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Warning } from '../../article/publish.ts';
import { type PreviewScreen, SCREENS } from '../app/layout-store.ts';
import { t } from '../locale/locale.ts';
import type { ArticleSession } from '../app/session/article-session.ts';
import { useWatched } from '../app/store.ts';
import { Warnings } from '../ui/Warnings.tsx';
import { patchDocument, previewPage } from './preview-page.ts';
import { usePublishedPictures } from './published-pictures.ts';
import { useApp } from '../app/use-app.ts';

/** The exported page, as it is written, on one of three screens. */
export function Preview({ session }: { session: ArticleSession }) {
  const { layout } = useApp();
  const screen = useWatched(layout, (state) => state.screen);
  const [warnings, setWarnings] = useState<readonly Warning[]>([]);
  return (
    <section className="panel preview" aria-label={t('panel.preview')}>
      <ScreenChoice screen={screen} />
      <PreviewFrame session={session} width={SCREENS[screen]} onWarnings={setWarnings} />
      <Warnings warnings={warnings} />
    </section>
  );
}

function ScreenChoice({ screen }: { screen: PreviewScreen }) {
  const { layout } = useApp();
  return (
    <fieldset className="screen-choice">
      <legend className="visually-hidden">{t('preview.screen')}</legend>
      {(Object.keys(SCREENS) as PreviewScreen[]).map((name) => (
        <label key={name}>
          <input
            type="radio"
            name="preview-screen"
            className="visually-hidden"
            checked={name === screen}
            onChange={() => layout.arrange({ screen: name })}
          />
          {t(`preview.${name}`)} <span className="numbers">{SCREENS[name]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** The page follows the writing at this distance in milliseconds. */
const PATCH_AFTER = 120;

interface PreviewFrameProps {
  session: ArticleSession;
  /** Of the screen that is played, in CSS pixels. */
  width: number;
  onWarnings(warnings: readonly Warning[]): void;
}

function PreviewFrame({ session, width, onWarnings }: PreviewFrameProps) {
  const { desk } = useApp();
  const article = useWatched(session, (view) => view.article);
  const house = useWatched(desk, (state) => state.view?.house);
  const stories = useWatched(desk, (state) => state.all);
  const media = usePublishedPictures(article);
  const frame = useRef<HTMLIFrameElement>(null);
  const [loaded, setLoaded] = useState(0);
  const shown = useRef('');
  const { holder, size } = useSize();
  const scale = Math.min(1, size.width / width);
  // The page on the disk is only the beginning; it is never loaded again while it is shown.
  const src = useMemo(() => `/preview/${encodeURIComponent(session.id)}/`, [session.id]);

  useEffect(() => {
    const element = frame.current;
    if (loaded === 0 || house === undefined || media === undefined || element === null) return;
    const patch = () => {
      const { text, warnings } = previewPage(article, house, stories, media);
      if (text !== shown.current) {
        patchDocument(element, text);
        shown.current = text;
      }
      onWarnings(warnings);
    };
    if (shown.current === '') {
      patch();
      return;
    }
    const timer = setTimeout(patch, PATCH_AFTER);
    return () => clearTimeout(timer);
  }, [article, house, stories, media, loaded, onWarnings]);

  return (
    <div ref={holder} className="preview-holder">
      <iframe
        ref={frame}
        title={t('panel.preview')}
        src={src}
        sandbox="allow-same-origin"
        style={{
          inlineSize: width,
          blockSize: size.height / scale,
          scale: String(scale),
          insetInlineStart: Math.max(0, (size.width - width) / 2),
        }}
        onLoad={({ currentTarget }) => {
          shown.current = '';
          // A link is there to be seen: following it would put another page in place of this one.
          currentTarget.contentDocument?.addEventListener('click', (event) => {
            event.preventDefault();
          });
          setLoaded((count) => count + 1);
        }}
      />
    </div>
  );
}

/** The size of an element in CSS pixels, as it changes. */
function useSize() {
  const [size, setSize] = useState({ width: 375, height: 600 });
  const holder = useCallback((element: HTMLElement | null) => {
    if (element === null) return;
    const observer = new ResizeObserver(() => {
      setSize({ width: element.clientWidth, height: element.clientHeight });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { holder, size };
}
