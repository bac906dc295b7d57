import { $getNearestNodeFromDOMNode, type LexicalEditor } from 'lexical';
import { $movePicture } from './galleries.ts';

/** A pointer that moves less far than this, in pixels, drags nothing. */
const SLACK = 4;

/** Lets a person drag the pictures of a gallery to another place in it; Escape gives up. */
export function registerGalleryDrag(editor: LexicalEditor): () => void {
  const onDown = (event: PointerEvent): void => {
    const shown = event.target instanceof Element ? event.target.closest(PICTURE) : null;
    const part = shown?.parentElement;
    const row = part?.parentElement;
    if (!part || !row || event.button !== 0 || !editor.isEditable()) return;
    const parts = [...row.children];
    const from = parts.indexOf(part);
    const done = new AbortController();
    const { signal } = done;
    let gap: number | undefined;
    const point = (to: number | undefined): void => {
      gap = to;
      for (const [index, each] of parts.entries()) {
        each.toggleAttribute('data-drop-before', index === to);
        each.toggleAttribute('data-drop-after', to === parts.length && index === to - 1);
      }
      part.toggleAttribute('data-dragged', to !== undefined);
    };
    const end = (): void => {
      point(undefined);
      done.abort();
    };
    part.setPointerCapture(event.pointerId);
    part.addEventListener(
      'pointermove',
      ({ clientY }) => {
        if (gap === undefined && Math.abs(clientY - event.clientY) < SLACK) return;
        point(parts.filter((each) => clientY > middleOf(each)).length);
      },
      { signal },
    );
    part.addEventListener(
      'pointerup',
      () => {
        const to = gap;
        end();
        // The gaps on both sides of a picture leave it where it is.
        if (to === undefined || to === from || to === from + 1) return;
        editor.update(() => {
          const card = $getNearestNodeFromDOMNode(row);
          if (card !== null) $movePicture(card, from, to > from ? to - 1 : to);
        });
      },
      { signal },
    );
    part.addEventListener('pointercancel', end, { signal });
    window.addEventListener(
      'keydown',
      (key) => {
        if (key.key === 'Escape') end();
      },
      { signal, capture: true },
    );
  };
  return editor.registerRootListener((root, before) => {
    before?.removeEventListener('pointerdown', onDown);
    root?.addEventListener('pointerdown', onDown);
  });
}

const PICTURE = '.gallery-pictures > .picture-card > .picture-shown';

function middleOf(element: Element): number {
  const { top, height } = element.getBoundingClientRect();
  return top + height / 2;
}
