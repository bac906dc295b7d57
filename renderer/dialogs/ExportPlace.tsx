import { call } from '../app/host/client.ts';
import { desk } from '../app/desk/desk-store.ts';
import { t } from '../locale/locale.ts';
import { abilities } from '../app/abilities.ts';
import { messageOf } from '../app/notices.ts';
import { useWatched } from '../app/store.ts';

interface ExportPlaceProps {
  /** Undefined for the desk's own folder. */
  folder: string | undefined;
  onChoose(folder: string | undefined): void;
  onFault(message: string): void;
}

/** Where an export goes; a host that cannot open another folder does not ask. */
export function ExportPlace({ folder, onChoose, onFault }: ExportPlaceProps) {
  const deskFolder = useWatched(desk, (state) => state.view?.folder ?? '');
  const chooseFolder = useWatched(abilities, (state) => state.chooseFolder);
  if (!chooseFolder) return null;

  const ask = async () => {
    try {
      const chosen = await call('desktop.chooseFolder', {});
      if (chosen !== null) onChoose(chosen);
    } catch (fault) {
      onFault(messageOf(fault));
    }
  };

  return (
    <fieldset className="choices rows">
      <legend className="field-label">{t('export.place')}</legend>
      <label className="choice">
        <input
          type="radio"
          name="place"
          checked={folder === undefined}
          onChange={() => onChoose(undefined)}
        />
        <span>
          {t('export.place.desk')}
          <span className="field-hint path">{deskFolder}</span>
        </span>
      </label>
      <label className="choice">
        <input
          type="radio"
          name="place"
          checked={folder !== undefined}
          onChange={() => void ask()}
        />
        <span>
          {t('export.place.choose')}
          {folder !== undefined && <span className="field-hint path">{folder}</span>}
        </span>
      </label>
    </fieldset>
  );
}
