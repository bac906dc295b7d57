import { useState } from 'react';
import type { Length } from '../../article/counts.ts';
import { inUnit, lengthUnits } from '../locale/length.ts';
import { t } from '../locale/locale.ts';
import { messageOf } from '../app/notices.ts';
import { useWatched } from '../app/store.ts';
import { Button } from '../ui/Button.tsx';
import { useApp } from '../app/use-app.ts';

interface ExportedPlaceProps {
  path: string;
  length: Length;
  /** Of the story; several are measured in words. */
  language?: string;
  onFault(message: string): void;
}

/** How much was exported and where it lies, with what this host can do with it. */
export function ExportedPlace({ path, length, language = '', onFault }: ExportedPlaceProps) {
  const { abilities, client } = useApp();
  const { open, reveal } = useWatched(abilities, (state) => state);
  const [copied, setCopied] = useState(false);
  const told = (work: Promise<unknown>) => work.catch((fault) => onFault(messageOf(fault)));
  const copy = () => told(navigator.clipboard.writeText(path).then(() => setCopied(true)));
  return (
    <>
      <p className="numbers">
        {lengthUnits(language)
          .map((unit) => inUnit(unit, length[unit]))
          .join(', ')}
      </p>
      <p className="path">{path}</p>
      <p className="export-actions">
        {open && (
          <Button onClick={() => void told(client.call('desktop.open', { path }))}>
            {t('export.open')}
          </Button>
        )}
        {reveal && (
          <Button onClick={() => void told(client.call('desktop.reveal', { path }))}>
            {t('export.reveal')}
          </Button>
        )}
        <Button onClick={() => void copy()}>
          {t(copied ? 'export.pathCopied' : 'export.copyPath')}
        </Button>
      </p>
    </>
  );
}
