import { t } from '../locale/locale.ts';
import { Button } from '../ui/Button.tsx';

/** All there is to see when the services cannot be reached at the start. */
export function StartFault({ message }: { message: string }) {
  return (
    <main className="start-fault">
      <h1>{t('start.fault')}</h1>
      <p role="alert">{message}</p>
      <Button onClick={() => location.reload()}>{t('start.again')}</Button>
    </main>
  );
}
