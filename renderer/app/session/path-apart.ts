/** A message that begins with the path of a file: the path, and what is said of the file. */
const OF_A_FILE = /^(?<path>(?:\/|\\\\|[A-Za-z]:[\\/]).*?): (?<said>.+)$/su;

/** Takes the path from the front of a message, so that what happened can be read before it. */
export function pathApart(message: string): { text: string; path?: string } {
  const { path, said } = OF_A_FILE.exec(message)?.groups ?? {};
  if (path === undefined || said === undefined) return { text: message };
  return { text: said, path };
}

/** What is said of a file, standing alone. */
export function asSentence(text: string): string {
  return `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}`;
}
