/** Runs tasks one after another for each key; tasks of different keys run side by side. */
export class KeyedQueue {
  private readonly tails = new Map<string, Promise<unknown>>();

  /** Runs `task` when all earlier ones of `key` are over, whatever became of them. */
  run<T>(key: string, task: () => Promise<T>): Promise<T> {
    const before = this.tails.get(key) ?? Promise.resolve();
    const result = before.then(task, task);
    this.tails.set(key, result);
    const clear = () => {
      if (this.tails.get(key) === result) this.tails.delete(key);
    };
    result.then(clear, clear);
    return result;
  }

  /** Resolves when everything that was asked for so far is over. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.tails.values());
  }
}
