import { X } from 'lucide-react';
import { t } from '../locale/locale.ts';
import type { Notice as NoticeLine } from '../app/notices.ts';
import { useWatched } from '../app/store.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useApp } from '../app/use-app.ts';

/** Errors and news, one line each, above the foot of the window. */
export function Announcements() {
  const { notices } = useApp();
  const list = useWatched(notices, (state) => state.list);
  const lines = (kind: NoticeLine['kind']) =>
    list
      .filter((notice) => notice.kind === kind)
      .map((notice) => <Line key={notice.id} {...notice} />);
  return (
    <section className="announcements" aria-label={t('notices.region')}>
      <div>{lines('error')}</div>
      <div role="log">{lines('news')}</div>
    </section>
  );
}

function Line({ id, kind, text, action }: NoticeLine) {
  const { commands, notices } = useApp();
  return (
    <Notice
      kind={kind === 'error' ? kind : undefined}
      onClose={() => notices.close(id)}
      onGone={() => commands.run('view.text')}
    >
      <p>{text}</p>
      {action !== undefined && (
        <Button
          look="quiet"
          onClick={() => {
            notices.close(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton
        label={t('notices.close')}
        icon={<X size={14} />}
        onClick={() => notices.close(id)}
      />
    </Notice>
  );
}
