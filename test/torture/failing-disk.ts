import fs from 'node:fs';
import promises, { type FileHandle } from 'node:fs/promises';
import path from 'node:path';

/** What is to fail: the call of this number, from now on, that works below the folder. */
export interface Fault {
  folder: string;
  number: number;
  /** The code of the system, or `short` for a write that takes only half of the bytes. */
  code: string;
}

type Call = (...args: unknown[]) => unknown;

const SINGLE = ['open', 'rename', 'stat', 'lstat', 'readdir', 'mkdir', 'rm', 'unlink', 'link'];
const OF_HANDLES = ['write', 'fsync', 'fstat', 'ftruncate', 'read', 'close'];
const OF_PROMISES = [...SINGLE, 'readFile', 'writeFile', 'mkdtemp', 'chmod', 'rmdir', 'access'];
const OF_FILE_HANDLES = ['write', 'writeFile', 'read', 'stat', 'sync', 'utimes', 'close'];

let armed: Fault | undefined;
let calls = 0;
let fired: string | undefined;
const opened = new Map<unknown, string>();

/** Lets one call fail, or with undefined none; answers which call failed of those before. */
export function arm(fault: Fault | undefined): string | undefined {
  const before = fired;
  armed = fault;
  calls = 0;
  fired = undefined;
  return before;
}

/** True if this call is the one that is to fail. */
function isDue(name: string, file: string | undefined): boolean {
  if (armed === undefined || file === undefined) return false;
  if (file !== armed.folder && !file.startsWith(armed.folder + path.sep)) return false;
  if (armed.code === 'short' && !name.startsWith('write')) return false;
  calls += 1;
  if (calls !== armed.number) return false;
  fired = `${name} ${file}`;
  return true;
}

function failure(name: string, file: string): Error {
  const { code = '' } = armed ?? {};
  return Object.assign(new Error(`${code}: made to fail, ${name} '${file}'`), {
    code,
    syscall: name,
    path: file,
  });
}

/** Puts itself before the calls of the file system that services make. */
export function patchDisk(): void {
  const callbacks = fs as unknown as Record<string, Call>;
  for (const name of [...SINGLE, ...OF_HANDLES]) {
    const real = callbacks[name]!;
    callbacks[name] = (...args: unknown[]) => {
      const file = typeof args[0] === 'string' ? args[0] : opened.get(args[0]);
      const done = args.at(-1) as Call;
      if (!isDue(name, file)) {
        if (name === 'close') opened.delete(args[0]);
        if (name !== 'open') return real.apply(fs, args);
        return real.call(fs, ...args.slice(0, -1), (error: unknown, handle: unknown) => {
          if (error === null) opened.set(handle, file!);
          done(error, handle);
        });
      }
      if (armed?.code === 'short') return real.call(fs, ...half(args));
      if (name === 'close') real.call(fs, args[0], () => undefined);
      return setImmediate(() => done(failure(name, file!)));
    };
    // `promisify` of `fs.read` and `fs.write` knows what they answer.
    for (const key of Object.getOwnPropertySymbols(real)) {
      Object.assign(callbacks[name], { [key]: (real as unknown as Record<symbol, unknown>)[key] });
    }
  }
  const later = promises as unknown as Record<string, Call>;
  for (const name of OF_PROMISES) {
    const real = later[name]!;
    later[name] = async (...args: unknown[]) => {
      const file = typeof args[0] === 'string' ? args[0] : undefined;
      if (isDue(name, file) && armed?.code !== 'short') throw failure(name, file!);
      const answer = await real.apply(promises, args);
      return name === 'open' ? watched(answer as FileHandle, file!) : answer;
    };
  }
}

/** The arguments of `write(handle, bytes, offset, length)` for half of the bytes. */
function half([handle, bytes, offset, length, ...rest]: unknown[]): unknown[] {
  return [handle, bytes, offset, Math.floor(Number(length) / 2), ...rest];
}

function watched(handle: FileHandle, file: string): FileHandle {
  for (const name of OF_FILE_HANDLES) {
    const real = (handle as unknown as Record<string, Call>)[name]!;
    Object.assign(handle, {
      [name]: async (...args: unknown[]) => {
        if (!isDue(name, file) || armed?.code === 'short') return real.apply(handle, args);
        if (name === 'close') await real.apply(handle, args);
        throw failure(name, file);
      },
    });
  }
  return handle;
}
