/** A terminal and the program that started us may both pass on one Ctrl+C: within this time, in milliseconds. */
const ONE_WISH = 1000;

/**
 * A signal that is aborted when the process is told to stop, or when the script that runs it has
 * gone. Told a second time, the process ends at once.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  let since: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (since !== undefined && Date.now() - since > ONE_WISH) process.exit(1);
      since ??= Date.now();
      controller.abort();
    });
  }
  if (isOrphan()) controller.abort();
  process.once('disconnect', () => controller.abort());
  // Listening alone does not keep us alive.
  process.channel?.unref();
  return controller.signal;
}

/** Whether a script of ours has started this process and gone since; other starters do not count. */
function isOrphan(): boolean {
  // Undefined where there never was a connection.
  const { connected } = process as { connected?: boolean };
  return connected === false;
}
