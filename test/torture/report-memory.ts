import fs from 'node:fs';
import { mostMemory } from './most-memory.ts';

// Loaded before a program: when it ends it leaves the most memory that it had, in bytes, in the file
// that GALLEY_MEMORY names.
const file = process.env['GALLEY_MEMORY'];
process.on('exit', () => {
  if (file !== undefined) fs.writeFileSync(file, String(mostMemory()));
});
