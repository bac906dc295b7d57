import type { SimpleMarkSpec } from './spec.ts';

export const bold = {
  type: 'bold',
  tag: 'strong',
  tags: ['b', 'strong', 'dt'],
  style(property, value) {
    if (property !== 'font-weight') return undefined;
    if (/^(?:bold|bolder|[6-9]\d\d)\b/u.test(value)) return true;
    return /^(?:normal|lighter|[1-5]\d\d)\b/u.test(value) ? false : undefined;
  },
  inclusive: true,
} as const satisfies SimpleMarkSpec;
