import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useEffect } from 'react';
import type { Hit } from '../../../article/find.ts';
import type { ArticleSession } from '../../app/session/article-session.ts';
import { useApp } from '../../app/use-app.ts';
import { servedText } from './found-text.ts';
import { type HitPlace, hitPlaces } from './hit-places.ts';
import './find.css';

/** After a key the hits are looked for again when nothing was typed for so many milliseconds. */
const LOOK_AFTER = 60;

/**
 * Marks in the text what is looked for, and has the hit that one is at in sight. A child of
 * `ArticleBody`.
 */
export function FindMarks({ session }: { session: ArticleSession }): null {
  const { find, layout } = useApp();
  const [editor] = useLexicalComposerContext();

  useEffect(() => find.serve(servedText(editor)), [editor, find]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = session.subscribe(() => {
      if (!find.snapshot().isOpen) return;
      clearTimeout(timer);
      timer = setTimeout(() => find.look(session.snapshot().article), LOOK_AFTER);
    });
    find.look(session.snapshot().article);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [find, session]);

  useEffect(() => {
    let current: Hit | undefined;
    let marked: HTMLElement | undefined;
    const known = new WeakMap<Hit, Range>();
    const paint = () => {
      const { hits, at } = find.snapshot();
      let look: ((hit: Hit) => HitPlace | undefined) | undefined;
      const places = (hit: Hit) => (look ??= hitPlaces(editor))(hit);
      // Where the text has not changed, its hits are what they were.
      const rangeOf = (hit: Hit) => {
        const before = known.get(hit);
        if (before !== undefined && isAt(before, hit)) return before;
        const range = places(hit)?.range;
        if (range !== undefined) known.set(hit, range);
        return range;
      };
      const hit = hits[at];
      // What is in the column beside the story has to be there first.
      if (hit !== undefined && hit !== current && hit.line.block === undefined) {
        const isBeside = places(hit) === undefined;
        if (isBeside) layout.showBeside('details');
      }
      const shown = hit && places(hit);
      const others = hits.filter((one) => one !== hit).flatMap((one) => rangeOf(one) ?? []);
      mark('find', others);
      mark('find-current', shown?.range === undefined ? [] : [shown.range]);
      marked?.removeAttribute('data-found');
      marked = shown?.range === undefined ? shown?.element : undefined;
      marked?.setAttribute('data-found', '');
      if (shown !== undefined && hit !== current) bringIntoSight(shown);
      current = hit;
    };
    let frame = 0;
    const paintSoon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(paint);
    };
    const stop = find.subscribe(paintSoon);
    paintSoon();
    return () => {
      cancelAnimationFrame(frame);
      stop();
      mark('find', []);
      mark('find-current', []);
      marked?.removeAttribute('data-found');
    };
  }, [editor, find, layout]);

  return null;
}

/** True for a range that still has the words of a hit. */
function isAt(range: Range, { line, from, to }: Hit): boolean {
  return range.startContainer.isConnected && range.toString() === line.text.slice(from, to);
}

function mark(name: string, ranges: readonly Range[]): void {
  if (ranges.length === 0) {
    CSS.highlights.delete(name);
    return;
  }
  const highlight = new Highlight();
  for (const range of ranges) highlight.add(range);
  CSS.highlights.set(name, highlight);
}

/** Scrolls to a hit that is out of sight, a third of the way down. */
function bringIntoSight({ range, element }: HitPlace): void {
  const scroller = element.closest<HTMLElement>('.proof-scroll');
  if (scroller === null) {
    element.scrollIntoView({ block: 'nearest' });
    return;
  }
  // What is far out of sight has its size only when it is near.
  const place = range ?? element;
  if (place.getBoundingClientRect().height === 0) element.scrollIntoView({ block: 'nearest' });
  const box = scroller.getBoundingClientRect();
  const { top, bottom } = place.getBoundingClientRect();
  if (top < box.top || bottom > box.bottom) scroller.scrollBy(0, top - box.top - box.height / 3);
}
