/** Aborted when the process is told to stop; told again, the process ends at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  let since: number | undefined;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // A terminal and the program that started us may both pass on one Ctrl+C.
      if (since !== undefined && Date.now() - since > 500) process.exit(1);
      since ??= Date.now();
      controller.abort();
    });
  }
  return controller.signal;
}
