import { useEffect, useState } from 'react';

interface Found<T> {
  suggestions: readonly T[];
  /** Why there are none, if asking for them failed. */
  error: string | undefined;
}

const NONE: Found<never> = { suggestions: [], error: undefined };

/** A person who types on is not to see the answers to every letter. */
const PAUSE = 80;

/**
 * What `find` suggests for `query`, a moment after the last change; late answers to an earlier
 * query are dropped. Nothing is asked while `query` is undefined.
 */
export function useSuggestions<T>(
  query: string | undefined,
  find: (query: string) => Promise<readonly T[]>,
): Found<T> {
  const [found, setFound] = useState<Found<T>>(NONE);

  useEffect(() => {
    if (query === undefined) return;
    let late = false;
    const ask = async (): Promise<Found<T>> => {
      try {
        return { suggestions: await find(query), error: undefined };
      } catch (error) {
        return { ...NONE, error: error instanceof Error ? error.message : String(error) };
      }
    };
    const timer = setTimeout(() => {
      void ask().then((answer) => (late ? undefined : setFound(answer)));
    }, PAUSE);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [query, find]);

  return query === undefined ? NONE : found;
}
