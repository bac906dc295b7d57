import { AppError } from '../../../article/app-error.ts';
import { MAX_TEXT_BYTES } from '../../../article/article-file.ts';
import type { ImportReading } from '../../../electron/contract/calls.ts';
import type { Client } from '../host/client.ts';
import { t } from '../../locale/locale.ts';

/** Reads pasted text as an article, without storing it. Throws an AppError where it is refused. */
export function readPasted(client: Client, text: string): Promise<ImportReading> {
  return client.call('import.read', { name: '', text });
}

/** Reads a file as an article, without storing it. Throws an AppError where it is refused. */
export async function readFile(client: Client, file: File): Promise<ImportReading> {
  if (file.size > MAX_TEXT_BYTES) throw new AppError('too-large', t('import.tooLarge'));
  return client.call('import.read', { name: file.name, base64: await base64(file) });
}

/** The bytes of a file in base64; a folder, or a file that has gone, cannot be read. */
function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const address = typeof reader.result === 'string' ? reader.result : '';
      resolve(address.slice(address.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => {
      reject(new AppError('unreadable', t('import.unreadable'), { cause: reader.error }));
    });
    reader.readAsDataURL(file);
  });
}
