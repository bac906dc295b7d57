import { z } from 'zod';

/**
 * The keys of all objects that schemas read, in one order: each object has its own in the order in
 * which its schema names them. Throws a plain Error (a bug) where two schemas name keys the other way
 * round.
 */
export function keyOrder(schemas: Iterable<z.ZodType>): string[] {
  const seen = new Set<z.core.$ZodType>();
  let rows = [...schemas].flatMap((schema) => rowsOf(schema, seen));
  const order: string[] = [];
  while (rows.length > 0) {
    const later = new Set(rows.flatMap(([, ...rest]) => rest));
    const next = rows.find(([key = '']) => !later.has(key))?.[0];
    if (next === undefined) throw new Error(`no order of keys: ${JSON.stringify(rows)}`);
    order.push(next);
    rows = rows
      .map((row) => (row[0] === next ? row.slice(1) : row))
      .filter((row) => row.length > 0);
  }
  return order;
}

/** The keys of an object, and of each object in it. */
function rowsOf(schema: z.core.$ZodType, seen: Set<z.core.$ZodType>): string[][] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  if (schema instanceof z.ZodObject) {
    const values: z.core.$ZodType[] = Object.values(schema.shape);
    return [Object.keys(schema.shape), ...values.flatMap((value) => rowsOf(value, seen))];
  }
  const inner = innerOf(schema);
  return inner === undefined ? [] : rowsOf(inner, seen);
}

function innerOf(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodPipe) return schema.in;
  const isAround = [z.ZodLazy, z.ZodDefault, z.ZodOptional, z.ZodExactOptional].some(
    (kind) => schema instanceof kind,
  );
  return isAround ? (schema as z.ZodOptional).unwrap() : undefined;
}
