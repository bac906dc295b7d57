import { useSyncExternalStore } from 'react';

/** Something with a present state that can be watched. */
export interface Watched<T> {
  /** The present state; the same object until something changes. */
  snapshot(): T;
  /** Hears every change; answers a function that ends the listening. */
  subscribe(listener: () => void): () => void;
}

/** A state that views watch; every change makes a new object. */
export class Store<T extends object> implements Watched<T> {
  private state: T;
  private readonly listeners = new Set<() => void>();

  constructor(state: T) {
    this.state = state;
  }

  readonly snapshot = (): T => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(changes: Partial<T>): void {
    this.state = { ...this.state, ...changes };
    for (const listener of this.listeners) listener();
  }
}

/**
 * Shows a part of a watched state; the view is drawn again only when that part has changed.
 * `select` must answer what is in the state, or a text or number made of it.
 */
export function useWatched<T, S>(watched: Watched<T>, select: (state: T) => S): S {
  return useSyncExternalStore(watched.subscribe, () => select(watched.snapshot()));
}
