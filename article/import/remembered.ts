/**
 * A function that answers as `ask` does, but asks only once about each line: the first lines of a
 * story are examined several times.
 */
export function remembered<T>(ask: (line: string) => T): (line: string) => T {
  const answers = new Map<string, T>();
  return (line) => {
    if (!answers.has(line)) answers.set(line, ask(line));
    return answers.get(line) as T;
  };
}
