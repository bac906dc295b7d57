import { FORMAT_IDS, type FormatId } from '../../article/formats/formats.ts';
import { t } from '../locale/locale.ts';
import { Choice } from '../ui/Choice.tsx';

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
        <Choice
          key={id}
          name="format"
          text={t(`export.format.${id}`)}
          hint={<span className="field-hint">{t(`export.format.${id}.hint`)}</span>}
          checked={id === format}
          onChoose={() => onChoose(id)}
        />
      ))}
    </fieldset>
  );
}
