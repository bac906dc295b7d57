import path from 'node:path';
import type { Arm, AskMemory, Request } from './galley.ts';
import { type Fault, arm, patchDisk } from './failing-disk.ts';
import { mostMemory } from './most-memory.ts';
import { slowDisk } from './slow-disk.ts';

/** A Galley in a process of its own, spoken to as a window does: see `galley.ts`. */
const { desk, data, locks, slow, samples, fault, fails } = JSON.parse(process.argv[2] ?? '') as {
  desk: string;
  data: string;
  locks: boolean;
  slow: number;
  samples: boolean;
  fails: boolean;
  fault?: Fault;
};
if (slow > 0) slowDisk(desk, slow);
if (fails) patchDisk();

const { boot } = await import('../../electron/boot.ts');
const { route } = await import('../../electron/router.ts');
const { browserDesktop } = await import('../../electron/web/web.ts');

arm(fault);
const galley = await boot({
  deskFolder: desk,
  dataFolder: data,
  assetsFolder: path.resolve(import.meta.dirname, '../../assets'),
  samples,
  desktop: browserDesktop,
  ...(!locks && { locks: { run: (_id, work) => work({ check: () => Promise.resolve() }) } }),
});
galley.events.subscribe((event) => process.send?.({ event }));
process.on('message', (request: Request | Arm | AskMemory) => {
  const { number } = request;
  const answer = (value: unknown) => process.send?.({ number, reply: { ok: true, value } });
  if ('arm' in request) answer(arm(request.arm ?? undefined) ?? '');
  else if ('memory' in request) answer(mostMemory());
  else {
    const { name, args } = request;
    void route(galley.handlers, name, args).then((reply) => process.send?.({ number, reply }));
  }
});
process.on('disconnect', () => process.exit());
process.send?.({ ready: arm(undefined) ?? '' });
