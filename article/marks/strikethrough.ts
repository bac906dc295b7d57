import type { SimpleMarkSpec } from './spec.ts';
import { lineStyle } from './line-style.ts';

export const strikethrough = {
  type: 'strikethrough',
  tag: 's',
  tags: ['s', 'strike', 'del'],
  style: (property, value) => lineStyle(property, value, 'line-through'),
  inclusive: true,
} as const satisfies SimpleMarkSpec;
