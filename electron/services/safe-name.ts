import { createHash } from 'node:crypto';

/** An id as the name of a file: itself where that is safe on every system, else a hash of it. */
export function safeName(id: string): string {
  return /^[0-9a-z][0-9a-z-]{0,63}$/u.test(id) ? id : `x-${contentHash(id).slice(0, 32)}`;
}

/** Eight letters that tell an installation from others in the names of files. */
export function markOf(installation: string): string {
  return contentHash(installation).slice(0, 8);
}

/** The hash by which two contents are told apart: SHA-256 in hex. */
export function contentHash(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
