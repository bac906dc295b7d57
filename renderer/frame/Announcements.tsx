import { goToText } from '../app/commands.ts';
import { X } from 'lucide-react';
import { t } from '../locale/locale.ts';
import { type Notice as NoticeLine, closeNotice, notices } from '../app/notices.ts';
import { useWatched } from '../app/store.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

/** Errors and news, one line each, above the foot of the window. */
export function Announcements() {
  const list = useWatched(notices, (state) => state.list);
  const lines = (kind: NoticeLine['kind']) =>
    list.filter((notice) => notice.kind === kind).map(lineOf);
  return (
    <section className="announcements" aria-label={t('notices.region')}>
      <div>{lines('error')}</div>
      <div role="log">{lines('news')}</div>
    </section>
  );
}

function lineOf({ id, kind, text, action }: NoticeLine) {
  return (
    <Notice
      key={id}
      kind={kind === 'error' ? kind : undefined}
      onClose={() => closeNotice(id)}
      onGone={goToText}
    >
      <p>{text}</p>
      {action !== undefined && (
        <Button
          look="quiet"
          onClick={() => {
            closeNotice(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton
        label={t('notices.close')}
        icon={<X size={14} />}
        onClick={() => closeNotice(id)}
      />
    </Notice>
  );
}
