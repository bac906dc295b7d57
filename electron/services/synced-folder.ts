import fs from 'node:fs/promises';
import path from 'node:path';

/** How the programs that carry a folder to other machines name theirs. */
const NAMES =
  /^(?:dropbox|onedrive|google ?drive|googledrive|my drive|icloud ?drive|mobile documents|nextcloud|owncloud|sync)(?:$|[ -(])/iu;
/** What they, and git, leave in it. */
const MARKS = ['.stfolder', '.dropbox', '.dropbox.cache', '.git', '.sync', '.tmp.drivedownload'];

/**
 * True if a program carries this folder to other machines: files come late and in any order there,
 * so what guards a file on this machine guards it on no other.
 */
export async function isSynced(folder: string): Promise<boolean> {
  const real = await fs.realpath(folder).catch(() => path.resolve(folder));
  for (let at = real; ; at = path.dirname(at)) {
    if (NAMES.test(path.basename(at))) return true;
    for (const mark of MARKS) {
      // oxlint-disable-next-line no-await-in-loop
      if (await isThere(path.join(at, mark))) return true;
    }
    if (path.dirname(at) === at) return false;
  }
}

function isThere(place: string): Promise<boolean> {
  return fs.access(place).then(
    () => true,
    () => false,
  );
}
