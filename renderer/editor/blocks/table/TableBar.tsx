import {
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  Columns3,
  Rows3,
  TableProperties,
  Trash2,
  Ungroup,
} from 'lucide-react';
import { $addUpdateTag, HISTORY_PUSH_TAG, type NodeKey } from 'lexical';
import { useEffect, useState } from 'react';
import { deepEqual } from '../../../../article/deep-equal.ts';
import { t } from '../../../locale/locale.ts';
import { IconButton } from '../../../ui/Button.tsx';
import {
  $addColumn,
  $addRow,
  $cellAtCaret,
  $hasSpans,
  $removeColumn,
  $removeRow,
  $removeTable,
  $takeOut,
  $toggleHeader,
  type CellPlace,
} from './tables.ts';
import type { ToolsProps } from '../block-tools.ts';
import { BlockBar } from '../../tools/BlockBar.tsx';

/** The controls of the table with the caret, at its upper edge: rows, columns, header, removal. */
export function TableBar({ editor, onNext }: ToolsProps) {
  const [shown, setShown] = useState<{ key: NodeKey; spans: boolean; holds: boolean }>();

  useEffect(
    () =>
      editor.registerUpdateListener(({ editorState }) => {
        const now = editorState.read(() => {
          const place = $cellAtCaret();
          if (place === null) return undefined;
          const { table, cell } = place;
          const holds = (cell.getBlocks() ?? []).length > 0;
          return { key: table.getKey(), spans: $hasSpans(table), holds };
        });
        setShown((old) => (deepEqual(old, now) ? old : now));
      }),
    [editor],
  );

  if (shown === undefined) return null;
  const act = ($change: (place: CellPlace) => unknown) => () => {
    editor.update(() => {
      const place = $cellAtCaret();
      if (place === null) return;
      $addUpdateTag(HISTORY_PUSH_TAG);
      $change(place);
    });
    editor.focus();
  };

  return (
    <BlockBar editor={editor} block={shown.key} label={t('table.controls')} onNext={onNext}>
      <IconButton
        label={t('table.header')}
        keys={t('table.keys')}
        icon={<TableProperties size={16} />}
        onClick={act($toggleHeader)}
      />
      <IconButton
        label={t('table.addRowAbove')}
        keys={t('table.keys')}
        icon={<BetweenHorizontalStart size={16} />}
        disabled={shown.spans}
        onClick={act((place) => $addRow(place, true))}
      />
      <IconButton
        label={t('table.addRow')}
        keys={t('table.keys')}
        icon={<BetweenHorizontalEnd size={16} />}
        disabled={shown.spans}
        onClick={act((place) => $addRow(place))}
      />
      <IconButton
        label={t('table.addColumnBefore')}
        keys={t('table.keys')}
        icon={<BetweenVerticalStart size={16} />}
        disabled={shown.spans}
        onClick={act((place) => $addColumn(place, true))}
      />
      <IconButton
        label={t('table.addColumn')}
        keys={t('table.keys')}
        icon={<BetweenVerticalEnd size={16} />}
        disabled={shown.spans}
        onClick={act((place) => $addColumn(place))}
      />
      <IconButton
        label={t('table.removeRow')}
        keys={t('table.keys')}
        icon={<Rows3 size={16} />}
        disabled={shown.spans}
        onClick={act($removeRow)}
      />
      <IconButton
        label={t('table.removeColumn')}
        keys={t('table.keys')}
        icon={<Columns3 size={16} />}
        disabled={shown.spans}
        onClick={act($removeColumn)}
      />
      {shown.holds && (
        <IconButton
          label={t('table.takeOut')}
          keys={t('table.keys')}
          icon={<Ungroup size={16} />}
          onClick={act($takeOut)}
        />
      )}
      <IconButton
        label={t('table.remove')}
        keys={t('table.keys')}
        icon={<Trash2 size={16} />}
        onClick={act(({ table }) => $removeTable(table))}
      />
    </BlockBar>
  );
}
