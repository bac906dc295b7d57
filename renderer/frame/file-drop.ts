import { useEffect, useState } from 'react';
import { ImportList } from '../app/import/import-list.ts';
import { useApp } from '../app/use-app.ts';

/** Files dropped anywhere on the window are offered for import; true while some hang above it. */
export function useFileDrop(): boolean {
  const { client, dialogs } = useApp();
  const [above, setAbove] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;

    window.addEventListener(
      'dragover',
      (event) => {
        if (!hasFiles(event)) return;
        // Without this the browser would leave the app and show the file.
        event.preventDefault();
        setAbove(true);
      },
      { signal },
    );
    window.addEventListener(
      'dragleave',
      (event) => {
        if (event.relatedTarget === null) setAbove(false);
      },
      { signal },
    );
    window.addEventListener(
      'drop',
      (event) => {
        setAbove(false);
        // The text has taken them as pictures.
        if (!hasFiles(event) || event.defaultPrevented) return;
        event.preventDefault();
        const { open } = dialogs.snapshot();
        // Another dialog wants its answer first.
        if (open !== undefined && open.kind !== 'import') return;
        const list = open?.list ?? new ImportList(client);
        list.addFiles([...(event.dataTransfer?.files ?? [])]);
        if (open === undefined) dialogs.show({ kind: 'import', list });
      },
      { signal },
    );
    return () => listening.abort();
  }, [dialogs, client]);
  return above;
}
