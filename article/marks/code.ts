import type { SimpleMarkSpec } from './spec.ts';

export const code = {
  type: 'code',
  tag: 'code',
  tags: ['code', 'kbd', 'samp', 'tt', 'pre'],
} as const satisfies SimpleMarkSpec;
