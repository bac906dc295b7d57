import { useEffect, useMemo, useRef } from 'react';
import { isParagraph } from '../../article/blocks/paragraph/paragraphs.ts';
import type { Block } from '../../article/blocks/blocks.ts';
import type { House } from '../../article/house.ts';
import { ArticleBody } from '../editor/ArticleBody.tsx';
import { EditorTools } from '../editor/tools/EditorTools.tsx';
import { t } from '../locale/locale.ts';
import { CaretPlace } from '../presence/CaretPlace.tsx';
import { FindBar } from './FindBar.tsx';
import { FindMarks } from '../editor/find/FindMarks.tsx';
import { PresenceMarks } from '../presence/PresenceMarks.tsx';
import type { ArticleSession } from '../app/session/article-session.ts';
import { useFields, useReadOnly } from '../app/session/fields.ts';
import { useWatched } from '../app/store.ts';
import { BannerPlace } from './BannerPlace.tsx';
import { KeepPlace } from './KeepPlace.tsx';
import { NoArticle } from './NoArticle.tsx';
import { ProofHead } from './ProofHead.tsx';
import { followFields } from '../editor/fields/marked-fields.ts';
import { registerUndoKeys } from './undo-keys.ts';
import { useSteadyLines } from './steady-lines.ts';
import { useApp } from '../app/use-app.ts';

/** The middle of the window: the story that is open, as the proof in which it is written. */
export function ArticleView({ toolbar }: { toolbar: HTMLElement | null }) {
  const { desk, find, opened } = useApp();
  const session = useWatched(opened, (state) => state.session);
  const fault = useWatched(opened, (state) => state.fault);
  const finds = useWatched(find, ({ isOpen, asked }) => (isOpen ? asked : 0));
  const house = useWatched(desk, (state) => state.view?.house);

  return (
    <section className="article" aria-label={t('article.region')}>
      <BannerPlace session={session} />
      {session === undefined || house === undefined ? (
        <NoArticle fault={fault} />
      ) : (
        <>
          {finds > 0 && <FindBar key={finds} session={session} />}
          <Proof key={session.id} session={session} house={house} toolbar={toolbar} />
        </>
      )}
    </section>
  );
}

interface ProofProps {
  session: ArticleSession;
  house: House;
  toolbar: HTMLElement | null;
}

function Proof({ session, house, toolbar }: ProofProps) {
  const { commands, layout, opened } = useApp();
  const load = useWatched(session, (view) => view.load);
  const blank = useWatched(session, (view) => isBlank(view.article.body));
  const { language } = useFields(session, 'language');
  const begun = useWatched(opened, (state) => state.begun);
  const scroller = useRef<HTMLDivElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  useSteadyLines(scroller);
  const readOnly = useReadOnly(session);
  const fields = useMemo(
    () => ({ story: () => session.snapshot().article, change: session.change }),
    [session],
  );

  useEffect(() => followFields(session.timeline, layout), [session, layout]);
  useEffect(() => registerUndoKeys(commands), [commands]);

  const body = () => sheet.current?.querySelector<HTMLElement>('.article-text');

  return (
    <div ref={scroller} className="proof-scroll">
      <div ref={sheet} className="proof">
        <ProofHead
          session={session}
          headlineLimit={house.headlineLimit}
          begun={begun}
          onLeave={() => body()?.focus()}
        />
        {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the caret leaves the text box inside */}
        <div
          className="proof-body"
          onKeyDown={(event) => {
            if (event.key !== 'ArrowUp' || event.shiftKey || event.altKey) return;
            const before = caret();
            setTimeout(() => {
              if (before === undefined || body() !== document.activeElement) return;
              const after = caret();
              if (after?.node !== before.node || after.offset !== before.offset) return;
              sheet.current?.querySelector<HTMLElement>('.standfirst [role="textbox"]')?.focus();
            });
          }}
        >
          {blank && (
            <p className="body-hint" aria-hidden>
              {t('article.hint')}
            </p>
          )}
          <ArticleBody
            blocks={session.snapshot().article.body}
            load={load}
            story={session.id}
            language={language}
            readOnly={readOnly}
            house={house}
            timeline={session.timeline}
            onChange={(blocks) => session.change({ body: blocks })}
          >
            <EditorTools house={house} fields={fields} toolbar={toolbar} />
            <KeepPlace story={session.id} />
            <CaretPlace />
            <PresenceMarks story={session.id} />
            <FindMarks session={session} />
          </ArticleBody>
        </div>
      </div>
    </div>
  );
}

/** True for a body in which nothing has been written or inserted. */
function isBlank(body: readonly Block[]): boolean {
  const [first, ...others] = body;
  return (
    others.length === 0 &&
    (first === undefined || (isParagraph(first) && first.content.length === 0))
  );
}

/** Where the caret stands in the document, if nothing is selected. */
function caret(): { node: Node; offset: number } | undefined {
  const selection = getSelection();
  if (selection?.isCollapsed !== true || selection.anchorNode === null) return undefined;
  return { node: selection.anchorNode, offset: selection.anchorOffset };
}
