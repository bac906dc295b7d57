import { FORMAT_IDS, type FormatId } from '../../article/formats/formats.ts';
import { t } from '../locale/locale.ts';

interface ExportFormatProps {
  format: FormatId;
  onChoose(format: FormatId): void;
}

/** What a story goes out as. */
export function ExportFormat({ format, onChoose }: ExportFormatProps) {
  return (
    <fieldset className="choices rows">
      <legend className="field-label">{t('export.format')}</legend>
      {FORMAT_IDS.map((id) => (
        <label key={id} className="choice">
          <input type="radio" name="format" checked={id === format} onChange={() => onChoose(id)} />
          <span>
            {t(`export.format.${id}`)}
            <span className="field-hint">{t(`export.format.${id}.hint`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
