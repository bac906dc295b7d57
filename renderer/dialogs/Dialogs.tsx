import { useWatched } from '../app/store.ts';
import { CopyDialog } from './CopyDialog.tsx';
import { ExportDeskDialog } from './ExportDeskDialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { FileDialog } from './FileDialog.tsx';
import { ImportDialog } from './ImportDialog.tsx';
import { NameDialog } from './NameDialog.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';
import { TakeOverDialog } from './TakeOverDialog.tsx';
import { TrashDialog } from './TrashDialog.tsx';
import { useApp } from '../app/use-app.ts';

/** The dialog that is open. */
export function Dialogs() {
  const { dialogs } = useApp();
  const open = useWatched(dialogs, (state) => state.open);
  switch (open?.kind) {
    case 'import':
      return <ImportDialog list={open.list} />;
    case 'export':
      return <ExportDialog session={open.session} />;
    case 'export-desk':
      return <ExportDeskDialog />;
    case 'copy':
      return <CopyDialog session={open.session} copy={open.copy} />;
    case 'settings':
      return <SettingsDialog />;
    case 'file':
      return <FileDialog file={open.file} text={open.text} />;
    case 'name':
      return <NameDialog goOn={open.goOn} />;
    case 'take-over':
      return <TakeOverDialog from={open.from} />;
    case 'trash':
      return <TrashDialog id={open.id} people={open.people} />;
    case undefined:
      return null;
  }
}
