import type { SimpleMarkSpec } from './spec.ts';

export const italic = {
  type: 'italic',
  tag: 'em',
  tags: ['i', 'em'],
  style(property, value) {
    if (property !== 'font-style') return undefined;
    if (/^(?:italic|oblique)/u.test(value)) return true;
    return value.startsWith('normal') ? false : undefined;
  },
  inclusive: true,
} as const satisfies SimpleMarkSpec;
