/**
 * Something a person can put right: bad input, a file that is not what it should be, a full disk.
 * `code` is a stable kebab-case word, `message` names the place and the fix,
 * `path` is the place inside the article (`body[3].places[0].name`) or the file.
 * A bug is a plain `Error`.
 */
export class AppError extends Error {
  readonly code: string;
  readonly path: string | undefined;

  constructor(code: string, message: string, options: { path?: string; cause?: unknown } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.path = options.path;
  }
}
