/** Something that can be undone, and about how many bytes it takes to do so. */
interface Sized {
  size: number;
}

/** Whoever keeps steps and must let one go. */
interface Keeper<S> {
  drop(step: S): void;
}

/** How many bytes all that can be undone may take together (64 MiB); the oldest step goes first. */
export class StepLimit<S extends Sized> {
  private readonly bytes: number;
  private readonly keepers = new Map<S, Keeper<S>>();
  private total = 0;

  constructor(bytes = 64 * 1024 * 1024) {
    this.bytes = bytes;
  }

  /** Counts a step that is the newest of all now. */
  add(step: S, keeper: Keeper<S>): void {
    this.keepers.set(step, keeper);
    this.grow(step.size);
  }

  resize(step: S, size: number): void {
    const by = size - step.size;
    step.size = size;
    this.grow(by);
  }

  remove(steps: readonly S[]): void {
    for (const step of steps) {
      if (this.keepers.delete(step)) this.total -= step.size;
    }
  }

  private grow(by: number): void {
    this.total += by;
    for (const [step, keeper] of this.keepers) {
      if (this.total <= this.bytes) return;
      keeper.drop(step);
      this.remove([step]);
    }
  }
}
