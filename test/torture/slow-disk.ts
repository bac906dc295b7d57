import fs from 'node:fs';
import promises from 'node:fs/promises';
import path from 'node:path';

type Call = (...args: unknown[]) => unknown;

/** Makes what changes files below a folder take so many milliseconds longer, as on a far share. */
export function slowDisk(folder: string, milliseconds: number): void {
  const isSlow = (file: unknown) => typeof file === 'string' && file.startsWith(folder + path.sep);
  const wait = (go: () => void, file: unknown) => {
    if (isSlow(file)) setTimeout(go, milliseconds);
    else go();
  };
  for (const name of ['open', 'rename'] as const) {
    const real = fs[name] as unknown as Call;
    Object.assign(fs, {
      [name]: (...args: unknown[]) => wait(() => real.apply(fs, args), args[0]),
    });
    const later = promises[name] as unknown as Call;
    Object.assign(promises, {
      [name]: async (...args: unknown[]) => {
        await new Promise<void>((resolve) => wait(resolve, args[0]));
        return later.apply(promises, args);
      },
    });
  }
}
