/** Only what differs, so that a change made elsewhere to another field is not undone. */
export function changedFields<T extends object, Name extends keyof T>(
  before: T,
  after: T,
  names: readonly Name[],
): { [N in Name]?: T[N] } {
  const changed = names.filter((name) => before[name] !== after[name]);
  return Object.fromEntries(changed.map((name) => [name, after[name]])) as { [N in Name]?: T[N] };
}
