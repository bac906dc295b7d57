import { useEffect, useRef, useState } from 'react';

/**
 * What is typed in a field whose text is read as something else: the typing stays as it is while
 * the field has the focus; a `value` from elsewhere is shown when it differs from what the typing
 * was read as.
 */
export function useDraft(
  value: string,
): [draft: string, setDraft: (typed: string, read: string) => void] {
  const [draft, setDraft] = useState(value);
  const read = useRef(value);
  useEffect(() => {
    if (read.current === value) return;
    read.current = value;
    setDraft(value);
  }, [value]);
  return [
    draft,
    (typed, readAs) => {
      read.current = readAs;
      setDraft(typed);
    },
  ];
}
