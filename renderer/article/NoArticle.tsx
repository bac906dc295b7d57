import { AlertTriangle } from 'lucide-react';
import { shownKeys } from '../app/commands.ts';
import { t } from '../locale/locale.ts';
import { asSentence, pathApart } from '../app/session/path-apart.ts';
import { useWatched } from '../app/store.ts';
import { Button } from '../ui/Button.tsx';
import { EarlierStates } from './EarlierStates.tsx';
import { useApp } from '../app/use-app.ts';

/** Stands in the place of the proof while no story is open, and says what to do next. */
export function NoArticle({ fault }: { fault: { id: string; message: string } | undefined }) {
  const { commands, desk } = useApp();
  const view = useWatched(desk, (state) => state.view);
  if (fault !== undefined) {
    const { text, path } = pathApart(fault.message);
    return (
      <div className="no-article">
        <AlertTriangle size={20} aria-hidden />
        <div role="alert">
          <h2>{t('article.fault')}</h2>
          <p className="fault-message">{asSentence(text)}</p>
        </div>
        {path !== undefined && <p>{path}</p>}
        <p>{t('article.faultHint')}</p>
        <EarlierStates key={fault.id} id={fault.id} />
      </div>
    );
  }
  if (view === undefined) return null;
  return (
    <div className="no-article">
      <h2>{t(view.counts.all === 0 ? 'article.emptyDesk' : 'article.none')}</h2>
      <p>{t('article.noneHint')}</p>
      {view.writable && (
        <div className="no-article-actions">
          <Button onClick={() => commands.run('article.new')}>
            {t('article.write')} <kbd>{shownKeys('article.new')}</kbd>
          </Button>
          <Button onClick={() => commands.run('article.import')}>
            {t('command.article.import')} <kbd>{shownKeys('article.import')}</kbd>
          </Button>
        </div>
      )}
    </div>
  );
}
