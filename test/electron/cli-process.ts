import { createInterface } from 'node:readline';
import { runCommandLine } from '../../electron/command-line/run.ts';
import type { Asked, Ended } from './cli-place.ts';

// Runs one command line after the other, each in its folder: a line of JSON asks for it, a line of
// JSON answers. It ends with its input.

let [out, err]: [Buffer[], string[]] = [[], []];
const answer = process.stdout.write.bind(process.stdout);
// What services warn of is part of what a person sees.
process.stderr.write = (text: string | Uint8Array) => err.push(text.toString()) > 0;
// Each command that can be stopped listens for signals as long as its process lives.
process.setMaxListeners(0);

for await (const line of createInterface({ input: process.stdin })) {
  const { args, folder, env, input } = JSON.parse(line) as Asked;
  [out, err] = [[], []];
  process.chdir(folder);
  Object.assign(process.env, env);
  const code = await runCommandLine(args, {
    print: (text) => void out.push(Buffer.from(text)),
    warn: (text) => void err.push(text),
    readInput: () => Promise.resolve(Buffer.from(input, 'base64')),
  });
  const ended: Ended = { code, out: Buffer.concat(out).toString(), err: err.join('') };
  answer(`${JSON.stringify(ended)}\n`);
}
process.exit();
