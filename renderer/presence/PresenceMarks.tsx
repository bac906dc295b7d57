import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { $getRoot, type LexicalEditor } from 'lexical';
import { useLayoutEffect, useMemo, useState } from 'react';
import type { Present } from '../../electron/contract/present.ts';
import { $idOf } from '../editor/blocks/state.ts';
import { useWatched } from '../app/store.ts';
import { PresenceMark } from './PresenceMark.tsx';
import { useApp } from '../app/use-app.ts';

/** Where the bar beside a block is that others have their carets in; pixels from the top of the text. */
interface Mark {
  block: string;
  people: readonly Present[];
  top: number;
  height: number;
}

/**
 * Shows beside the text where others are in it; the line above the story says the same in words. A
 * child of `ArticleBody`.
 */
export function PresenceMarks({ story }: { story: string }) {
  const { presence } = useApp();
  const [editor] = useLexicalComposerContext();
  const everyone = useWatched(presence, (state) => state.people);
  const people = useMemo(
    () => everyone.filter(({ id, block }) => id === story && block !== undefined),
    [everyone, story],
  );
  return people.length > 0 && <Marks editor={editor} people={people} />;
}

function Marks({ editor, people }: { editor: LexicalEditor; people: readonly Present[] }) {
  const [marks, setMarks] = useState<readonly Mark[]>([]);

  useLayoutEffect(() => {
    const root = editor.getRootElement();
    if (root === null) return undefined;
    let frame = 0;
    const put = () => {
      frame = 0;
      const found = marksOf(editor, root, people);
      setMarks((shown) => (JSON.stringify(shown) === JSON.stringify(found) ? shown : found));
    };
    const putSoon = () => {
      frame ||= requestAnimationFrame(put);
    };
    const stop = editor.registerUpdateListener(putSoon);
    // Told of the size as it is, too.
    const observer = new ResizeObserver(putSoon);
    observer.observe(root);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      stop();
    };
  }, [editor, people]);

  return (
    <div className="presence-marks">
      {marks.map(({ block, people: those, top, height }) => (
        <PresenceMark
          key={block}
          people={those}
          style={{ insetBlockStart: top, blockSize: height }}
        />
      ))}
    </div>
  );
}

function marksOf(editor: LexicalEditor, root: HTMLElement, people: readonly Present[]): Mark[] {
  const ground = root.getBoundingClientRect().top;
  const keys = editor.read(
    () =>
      new Map(
        $getRoot()
          .getChildren()
          .map((node) => [$idOf(node), node.getKey()]),
      ),
  );
  return [...Map.groupBy(people, ({ block = '' }) => block)].flatMap(([block, those]) => {
    const key = keys.get(block);
    const place = key === undefined ? undefined : editor.getElementByKey(key);
    if (!place) return [];
    const { top, height } = place.getBoundingClientRect();
    return [{ block, people: those, top: top - ground, height }];
  });
}
