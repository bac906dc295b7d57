import type { SimpleMarkSpec } from './spec.ts';
import { lineStyle } from './line-style.ts';

export const underline = {
  type: 'underline',
  tag: 'u',
  tags: ['u', 'ins'],
  style: (property, value) => lineStyle(property, value, 'underline'),
  inclusive: true,
  unsigned: true,
} as const satisfies SimpleMarkSpec;
