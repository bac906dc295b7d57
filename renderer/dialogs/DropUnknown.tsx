import { t } from '../locale/locale.ts';

interface DropUnknownProps {
  checked: boolean;
  onChoose(checked: boolean): void;
}

/** Agrees to leave out of the export what this Galley does not know. */
export function DropUnknown({ checked, onChoose }: DropUnknownProps) {
  return (
    <label className="choice">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => onChoose(event.target.checked)}
      />
      {t('export.dropUnknown')}
    </label>
  );
}
