import { z } from 'zod';
import { AppError } from './app-error.ts';

// The page's content security policy forbids compiling code from text, so no generated parsers.
z.config({ jitless: true });

/** Any text. A NUL is refused: no program that reads the file later can be trusted with it. */
export const textSchema: z.ZodType<string, string> = z.string().superRefine((text, context) => {
  const offset = text.indexOf('\0');
  if (offset !== -1) {
    context.addIssue({
      code: 'custom',
      message: `a NUL character at offset ${offset}; remove it and try again`,
    });
  }
});

/** A web address: http or https, with a host. */
export const webAddressSchema: z.ZodType<string, string> = textSchema.refine(
  (text) => /^https?:\/\/[^\s/?#]/iu.test(text) && !/[\p{Cc}\s]/u.test(text),
  { message: 'expected an address that begins with https:// or http://, without white space' },
);

/** The id of an article, a block, a list item, a thread: letters and signs that can be seen. */
export const idSchema: z.ZodType<string, string> = z
  .string()
  .refine(
    isId,
    'expected an id: up to 100 characters, none of them white space or a control character',
  );

/** A time as RFC 3339, with its offset. */
export const instantSchema: z.ZodType<string, string> = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/u,
    'expected a time with its offset, such as 2021-12-25T11:01:00+09:00',
  );

/** An object with these keys; others are kept as they are, and their types say nothing of them. */
export function openObject<Keys extends z.ZodRawShape>(keys: Keys): z.ZodObject<Keys> {
  return z.looseObject(keys) as z.ZodObject<Keys>;
}

/** True for what `idSchema` takes. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[^\s\p{Cc}]{1,100}$/u.test(value);
}

/** `body[3].places[0].name` */
export function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./u, '');
}

/** One thing that is wrong with a value: `path` is `body[3].places[0].name`. */
export interface Fault {
  path: string;
  /** `expected text, got null` */
  message: string;
}

/** Everything that is wrong with `value`, in its order. */
export function faultsWith(schema: z.ZodType, value: unknown): Fault[] {
  const result = schema.safeParse(value);
  return result.success ? [] : result.error.issues.map((issue) => faultOf(issue, value));
}

/**
 * Parses `value` with `schema`, or throws an AppError `invalid` whose message starts with the
 * path of the first fault: `body[3].places[0].name: expected text, got null`.
 */
export function parseWith<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  if (issue === undefined) throw new Error('a failed parse names no issue');
  const { path, message } = faultOf(issue, value);
  throw new AppError('invalid', path === '' ? message : `${path}: ${message}`, { path });
}

function faultOf(issue: z.core.$ZodIssue, value: unknown): Fault {
  return {
    path: formatPath(issue.path),
    message: describeIssue(issue, valueAt(value, issue.path)),
  };
}

/** The schema to go on with, or the finished value for what is kept as it is. */
export type Choice<T> = { read: z.ZodType } | { keep: T };

/**
 * A schema that looks at the value before it chooses how to read it. `quick` may choose for a value
 * that has not been looked at by `base`: it saves what is read most often from being read twice.
 */
export function choosing<V, T>(
  base: z.ZodType<V>,
  choose: (value: V) => Choice<T>,
  quick: (value: unknown) => Choice<T> | undefined = () => undefined,
): z.ZodType<T> {
  return z.transform((value: unknown, context): T => {
    const read = (schema: z.ZodType): unknown => {
      const result = schema.safeParse(value);
      if (result.success) return result.data;
      for (const issue of result.error.issues) {
        context.issues.push({ ...issue, input: value } as (typeof context.issues)[number]);
      }
      return z.NEVER;
    };
    let choice = quick(value);
    if (choice === undefined) {
      const looked = read(base);
      if (looked === z.NEVER) return z.NEVER;
      choice = choose(looked as V);
    }
    return 'keep' in choice ? choice.keep : (read(choice.read) as T);
  });
}

function describeIssue(issue: z.core.$ZodIssue, found: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return `expected ${TYPE_WORDS[issue.expected] ?? issue.expected}, got ${describeValue(found)}`;
    case 'invalid_value':
      return `expected ${issue.values.map(String).join(' or ')}, got ${describeValue(found)}`;
    case 'invalid_union':
      return `expected one of the known forms, got ${describeValue(found)}`;
    case 'unrecognized_keys':
      return `unknown ${issue.keys.join(', ')}`;
    case 'too_small':
      return `expected at least ${issue.minimum}, got ${describeValue(found)}`;
    case 'too_big':
      return `expected at most ${issue.maximum}, got ${describeValue(found)}`;
    default:
      return issue.message;
  }
}

const TYPE_WORDS: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function describeValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'an object';
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 60));
  return JSON.stringify(value) ?? typeof value;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = (found as Record<PropertyKey, unknown>)[step];
  }
  return found;
}
