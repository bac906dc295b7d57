import fs from 'node:fs';

/**
 * The most memory that this process has had, in bytes. On Linux `resourceUsage` counts that of the
 * program that started it, too.
 */
export function mostMemory(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  const [, kilobytes] =
    /^VmHWM:\s+(\d+) kB$/mu.exec(fs.readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}
