import path from 'node:path';
import type { Request } from './galley.ts';
import { slowDisk } from './slow-disk.ts';

/** A Galley in a process of its own, spoken to as a window does: see `galley.ts`. */
const { desk, data, locks, slow } = JSON.parse(process.argv[2] ?? '') as {
  desk: string;
  data: string;
  locks: boolean;
  slow: number;
};
if (slow > 0) slowDisk(desk, slow);

const { boot } = await import('../../electron/boot.ts');
const { route } = await import('../../electron/router.ts');
const { browserDesktop } = await import('../../electron/web/web.ts');

const galley = await boot({
  deskFolder: desk,
  dataFolder: data,
  assetsFolder: path.resolve(import.meta.dirname, '../../assets'),
  samples: false,
  desktop: browserDesktop,
  ...(!locks && { locks: { run: (_id, work) => work({ check: () => Promise.resolve() }) } }),
});
galley.events.subscribe((event) => process.send?.({ event }));
process.on('message', ({ number, name, args }: Request) => {
  void route(galley.handlers, name, args).then((reply) => process.send?.({ number, reply }));
});
process.on('disconnect', () => process.exit());
process.send?.({ ready: true });
