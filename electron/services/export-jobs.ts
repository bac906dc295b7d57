/** The exports that are under way, by the names that windows gave them. */
export class ExportJobs {
  private readonly running = new Map<string, AbortController>();

  /** Runs `work` with a signal that `cancel` aborts. Without a name nothing can stop it. */
  async run<T>(
    job: string | undefined,
    work: (signal: AbortSignal | undefined) => Promise<T>,
  ): Promise<T> {
    if (job === undefined) return work(undefined);
    const controller = new AbortController();
    this.running.set(job, controller);
    try {
      return await work(controller.signal);
    } finally {
      if (this.running.get(job) === controller) this.running.delete(job);
    }
  }

  /** Tells an export to stop, if it is still under way. */
  cancel(job: string): void {
    this.running.get(job)?.abort();
  }
}
