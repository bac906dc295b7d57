import type { SimpleMarkSpec } from './spec.ts';

export const superscript = {
  type: 'superscript',
  tag: 'sup',
  tags: ['sup'],
  style: (property, value) =>
    property === 'vertical-align' && value.startsWith('super') ? true : undefined,
  unsigned: true,
} as const satisfies SimpleMarkSpec;
