import type { SimpleMarkSpec } from './spec.ts';

export const subscript = {
  type: 'subscript',
  tag: 'sub',
  tags: ['sub'],
  style: (property, value) =>
    property === 'vertical-align' && value.startsWith('sub') ? true : undefined,
  unsigned: true,
} as const satisfies SimpleMarkSpec;
