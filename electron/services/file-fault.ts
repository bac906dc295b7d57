import fs from 'node:fs/promises';
import { AppError } from '../../article/app-error.ts';

/**
 * What the system says about a file, in words with a way out: `missing`, `not-a-folder`,
 * `is-a-folder`, `not-a-file`, `read-only`, `disk-full`, `disk-fault`. Anything that the system did
 * not say comes back as it is. The path of the file is in the message.
 */
export function fileFault(error: unknown, file: string): unknown {
  const system = systemCode(error);
  if (system === undefined) return error;
  const [code, message] = FAULTS[system] ?? [
    'disk-fault',
    `cannot be read or written (${system}); check the disk or the connection and try again`,
  ];
  return new AppError(code, `${file}: ${message}`, { cause: error });
}

/** The fault of a place where something is that no words can be read from. */
export function notAFile(file: string): AppError {
  const [code, message] = NOT_A_FILE;
  return new AppError(code, `${file}: ${message}`);
}

/** The code of an error that came from the system, such as `ENOENT`. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const readOnly = [
  'read-only',
  'may not be read or written by you; change the rights of the folder or choose another',
] as const;
const full = ['disk-full', 'the disk is full; make room and try again'] as const;

const notAFolder = ['not-a-folder', 'a file is where a folder should be; move it away'] as const;

const NOT_A_FILE = [
  'not-a-file',
  'a pipe, a socket or a device is where a file should be; move it away or name a file',
] as const;

const FAULTS: Record<string, readonly [code: string, message: string]> = {
  ENOENT: ['missing', 'is not there; put it back or choose another'],
  ENOTDIR: notAFolder,
  EEXIST: notAFolder,
  EISDIR: ['is-a-folder', 'a folder is where a file should be; move it away'],
  // A socket, or a device that is not there.
  ENXIO: NOT_A_FILE,
  ENODEV: NOT_A_FILE,
  EACCES: readOnly,
  EPERM: readOnly,
  EROFS: readOnly,
  ENOSPC: full,
  EDQUOT: full,
  EFBIG: full,
};

/** For `catch`, where what cannot be read or is not there is no fault: throws anything but an AppError. */
export function unlessFault(error: unknown): undefined {
  if (!(error instanceof AppError)) throw error;
}

/** Throws an AppError where a folder is not there or cannot be listed. */
export async function requireFolder(folder: string): Promise<void> {
  try {
    await (await fs.opendir(folder)).close();
  } catch (error) {
    throw fileFault(error, folder);
  }
}
