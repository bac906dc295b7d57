import { useCallback, useEffect, useRef, useState } from 'react';
import { newArticleId } from '../../article/ids.ts';
import { AppError } from '../../article/app-error.ts';
import { messageOf } from '../app/notices.ts';
import { useWatched } from '../app/store.ts';
import { useApp } from '../app/use-app.ts';

/** Runs one export at a time, says how far it is, and stops it when told to or taken away. */
export function useExport<Result>() {
  const { client, exportProgress } = useApp();
  const [job, setJob] = useState<string>();
  const [error, setError] = useState<string>();
  const [result, setResult] = useState<Result>();
  const running = useRef<string>(undefined);
  const last = useWatched(exportProgress, (state) => state.last);

  const stop = useCallback(() => {
    if (running.current !== undefined) void client.call('export.cancel', { job: running.current });
  }, [client]);
  useEffect(() => stop, [stop]);

  const clear = () => {
    setError(undefined);
    setResult(undefined);
  };

  return {
    working: job !== undefined,
    progress: last?.job === job ? last : undefined,
    error,
    result,
    fail: setError,
    clear,
    stop,
    /** Does a step of work; its result is kept, its fault is told, a stop is neither. */
    async run(work: (job: string) => Promise<Result | undefined>): Promise<void> {
      const name = newArticleId();
      running.current = name;
      clear();
      setJob(name);
      try {
        setResult(await work(name));
      } catch (fault) {
        if (!(fault instanceof AppError && fault.code === 'cancelled')) setError(messageOf(fault));
      } finally {
        running.current = undefined;
        setJob(undefined);
      }
    },
  };
}
