import { useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { countBlocks } from '../../article/counts.ts';
import { COUNTED_PARTS } from '../../article/counted-parts.ts';
import type { Stats } from '../../article/stats.ts';
import { inUnit, lengthUnits } from '../locale/length.ts';
import { t } from '../locale/locale.ts';
import type { ArticleSession } from '../app/session/article-session.ts';
import { type CountedStory, followCounts } from '../app/session/story-counts.ts';
import { useWatched } from '../app/store.ts';
import { Button } from '../ui/Button.tsx';
import { placeBelow } from '../ui/place.ts';
import { useApp } from '../app/use-app.ts';

/** How long the story is; a press shows how long its other parts and the selection are. */
export function Counts({ session }: { session: ArticleSession }) {
  const app = useApp();
  const { counted, desk } = app;
  const lineLength = useWatched(desk, (state) => state.view?.house.lineLength);
  const story = useWatched(counted, (state) => state.story);
  useEffect(
    () => (lineLength === undefined ? undefined : followCounts(app, session, { lineLength })),
    [app, session, lineLength],
  );
  if (story === undefined || lineLength === undefined) return null;
  return <CountsButton session={session} story={story} lineLength={lineLength} />;
}

interface CountsButtonProps {
  session: ArticleSession;
  story: CountedStory;
  lineLength: number;
}

function CountsButton({ session, story, lineLength }: CountsButtonProps) {
  const { selection } = useApp();
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const parts = useRef<HTMLDivElement>(null);
  const [selected, setSelected] = useState<Stats>();
  const { story: whole } = story.counts;
  const shown = [...lengthUnits(story.language), 'lines', 'minutes'] as const;

  return (
    <>
      <Button ref={button} look="quiet" className="counts numbers" popoverTarget={id}>
        {shown.map((unit) => (
          <span key={unit}>{inUnit(unit, whole[unit])}</span>
        ))}
      </Button>
      <div
        ref={parts}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={t('count.parts')}
        className="menu count-parts"
        onToggle={({ newState }) => {
          const box = button.current?.getBoundingClientRect();
          if (newState !== 'open' || box === undefined || parts.current === null) return;
          const { article } = session.snapshot();
          // It is put in its place when it has its size.
          flushSync(() => setSelected(countBlocks(article, selection.blocks(), { lineLength })));
          placeBelow(parts.current, box);
        }}
      >
        <PartsTable story={story} selected={selected} />
      </div>
    </>
  );
}

interface PartsTableProps {
  story: CountedStory;
  selected: Stats | undefined;
}

/** The story and its head, then what there is besides. */
function PartsTable({ story: { language, counts }, selected }: PartsTableProps) {
  const units = lengthUnits(language);
  const rows: [name: string, length: Stats][] = [];
  for (const part of COUNTED_PARTS) {
    const length = counts[part];
    if (part === 'story' || part === 'head' || length.characters > 0) {
      rows.push([t(`count.part.${part}`), length]);
    }
  }
  if (selected !== undefined && selected.characters > 0) {
    rows.push([t('count.part.selection'), selected]);
  }
  return (
    <table className="numbers">
      <tbody>
        {rows.map(([name, length]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {units.map((unit) => (
              <td key={unit}>{inUnit(unit, length[unit])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
