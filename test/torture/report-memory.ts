import fs from 'node:fs';

// Loaded before a program: when it ends it leaves the most memory that it had, in bytes, in the file
// that GALLEY_MEMORY names.
const file = process.env['GALLEY_MEMORY'];
process.on('exit', () => {
  if (file !== undefined) fs.writeFileSync(file, String(process.resourceUsage().maxRSS * 1024));
});
