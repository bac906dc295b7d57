import type { IncomingMessage } from 'node:http';
import { AppError } from '../../article/app-error.ts';

/** The most bytes of one call: 16 MB of text in base64, and its frame. */
export const MAX_BODY = 24 * 1024 * 1024;

/** Reads the JSON of a call of at most `limit` bytes. Throws an AppError `too-large`, `broken-off` or `not-json`. */
export async function readBody(request: IncomingMessage, limit = MAX_BODY): Promise<unknown> {
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) throw tooLarge(limit);
  const bytes = await readBytes(request, limit);
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new AppError('not-json', 'the body of a call is JSON', { cause: error });
  }
}

async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) throw tooLarge(limit);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    // The page has gone, or took too long.
    throw new AppError('broken-off', 'the call did not arrive whole', { cause: error });
  }
  return Buffer.concat(chunks);
}

function tooLarge(limit: number): AppError {
  const megabytes = limit / 1024 / 1024;
  return new AppError(
    'too-large',
    `over ${megabytes} MB in one call; make it smaller and try again`,
  );
}
