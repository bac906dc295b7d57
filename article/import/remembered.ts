/** Asks about each line once: the lines of a story's head are looked at from several sides. */
export function remembered<T>(ask: (line: string) => T): (line: string) => T {
  const answers = new Map<string, T>();
  return (line) => {
    if (!answers.has(line)) answers.set(line, ask(line));
    return answers.get(line) as T;
  };
}
