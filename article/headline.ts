/** Stands behind the headline of a story that was made of words which had no place in their own. */
export const CONFLICT_MARK = ' (conflict copy)';

/** True of the headline of such a story, until somebody gives it another. */
export function isConflictCopy(headline: string): boolean {
  return headline.endsWith(CONFLICT_MARK);
}

/** The headline that a conflict copy had before it was one; any other as it is. */
export function withoutMark(headline: string): string {
  return isConflictCopy(headline) ? headline.slice(0, -CONFLICT_MARK.length) : headline;
}

/** A notice that quotes a headline has so many characters of it. */
const SHORT = 60;

/** A headline as a notice quotes it: a long one ends after a word; that it is a copy stays to be seen. */
export function shortHeadline(headline: string): string {
  const whole = withoutMark(headline);
  const letters = Array.from(whole);
  if (letters.length <= SHORT) return headline;
  const start = letters.slice(0, SHORT).join('');
  // Where no spaces part the words, it ends anywhere.
  const words = letters[SHORT] === ' ' ? start : start.replace(/(?<=\S)\s+\S{1,20}$/u, '');
  return `${words.replace(/[\s\p{P}]+$/u, '')}…${headline.slice(whole.length)}`;
}
