import { t } from '../locale/locale.ts';
import { Choice } from '../ui/Choice.tsx';
import { messageOf } from '../app/notices.ts';
import { useWatched } from '../app/store.ts';
import { useApp } from '../app/use-app.ts';

interface ExportPlaceProps {
  /** Undefined for the desk's own folder. */
  folder: string | undefined;
  onChoose(folder: string | undefined): void;
  onFault(message: string): void;
}

/** Where an export goes; a host that cannot open another folder does not ask. */
export function ExportPlace({ folder, onChoose, onFault }: ExportPlaceProps) {
  const { abilities, client, desk } = useApp();
  const deskFolder = useWatched(desk, (state) => state.view?.folder ?? '');
  const chooseFolder = useWatched(abilities, (state) => state.chooseFolder);
  if (!chooseFolder) return null;

  const ask = async () => {
    try {
      const chosen = await client.call('desktop.chooseFolder', {});
      if (chosen !== null) onChoose(chosen);
    } catch (fault) {
      onFault(messageOf(fault));
    }
  };

  return (
    <fieldset className="choices rows">
      <legend className="field-label">{t('export.place')}</legend>
      <Choice
        name="place"
        text={t('export.place.desk')}
        hint={<span className="field-hint path">{deskFolder}</span>}
        checked={folder === undefined}
        onChoose={() => onChoose(undefined)}
      />
      <Choice
        name="place"
        text={t('export.place.choose')}
        hint={folder !== undefined && <span className="field-hint path">{folder}</span>}
        checked={folder !== undefined}
        onChoose={() => void ask()}
      />
    </fieldset>
  );
}
