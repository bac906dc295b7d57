import { X } from 'lucide-react';
import { t } from '../locale/locale.ts';
import { closeNotice, notices } from '../session/notices.ts';
import { useWatched } from '../session/store.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Notice } from './Notice.tsx';

/** News and errors, one line each, above the foot of the window. */
export function Announcements() {
  const list = useWatched(notices, (state) => state.list);
  return (
    <div className="announcements" role="log" aria-label={t('notices.region')} aria-live="polite">
      {list.map(({ id, kind, text, action }) => (
        <Notice
          key={id}
          kind={kind === 'error' ? 'error' : undefined}
          onClose={() => closeNotice(id)}
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
      ))}
    </div>
  );
}
