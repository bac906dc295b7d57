import { enableCompileCache } from 'node:module';
import path from 'node:path';
import { root } from './checkout.ts';

// Half of the time of a short run goes into compiling what is the same as the last time.
enableCompileCache(path.join(root, 'node_modules/.cache/node'));

// Loaded now, so that it is kept as well.
const { runCommandLine } = await import('./command-line/run.ts');

// Whoever reads our output may have seen enough: `galley list | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});
process.exitCode = await runCommandLine(process.argv.slice(2), {
  print: (text) => void process.stdout.write(text),
  warn: (text) => void process.stderr.write(text),
  async readInput() {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks);
  },
});
