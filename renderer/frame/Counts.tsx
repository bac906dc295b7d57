import { useEffect, useState } from 'react';
import type { Article } from '../../article/article.ts';
import { text } from '../../article/formats/text.ts';
import type { House } from '../../article/house.ts';
import { type Stats, stats } from '../../article/stats.ts';
import { desk } from '../desk/desk-store.ts';
import { formatNumber, t } from '../locale/locale.ts';
import type { ArticleSession } from '../session/article-session.ts';
import { useWatched } from '../session/store.ts';

/** A key must not wait for the counting; the counts may be this many milliseconds late. */
const COUNT_AFTER = 200;

/** How long the story is, as an export will be. */
export function Counts({ session }: { session: ArticleSession }) {
  const article = useWatched(session, (view) => view.article);
  const house = useWatched(desk, (state) => state.view?.house);
  const [counts, setCounts] = useState(() => house && countExported(article, house));

  useEffect(() => {
    if (house === undefined) return;
    const timer = setTimeout(() => setCounts(countExported(article, house)), COUNT_AFTER);
    return () => clearTimeout(timer);
  }, [article, house]);

  if (counts === undefined) return null;
  const shown = (unit: 'words' | 'characters' | 'lines' | 'minutes') =>
    t(`count.${unit}`, { count: counts[unit], shown: formatNumber(counts[unit]) });
  return (
    <p className="counts numbers">
      {(['words', 'characters', 'lines', 'minutes'] as const).map((unit) => (
        <span key={unit}>{shown(unit)}</span>
      ))}
    </p>
  );
}

/** Counts what an export as text would hold; what this Galley does not know counts for nothing. */
function countExported(article: Article, house: House): Stats {
  const { lineLength } = house;
  const exported = text.render(article, { house, dropUnknown: true });
  return stats(exported.text, { lineLength, language: article.language });
}
