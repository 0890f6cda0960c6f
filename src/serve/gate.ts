// The last gate of data: what its schema does not declare does not leave.
import type { z } from "@hono/zod-openapi";

/**
 * What the schema lets through of a value, with keys in the value's own order: the bytes are those that the read-only edition
 * prints without any schema. Throws when the value is not of the schema.
 */
export function passed(schema: z.ZodType, value: unknown): unknown {
  return inOrderOf(value, schema.parse(value));
}

function inOrderOf(value: unknown, parsed: unknown): unknown {
  if (Array.isArray(parsed) && Array.isArray(value)) {
    return parsed.map((one, index) => inOrderOf(value[index], one));
  }
  if (!isRecord(parsed) || !isRecord(value)) return parsed;
  const keys = new Set([...Object.keys(value), ...Object.keys(parsed)]);
  const left = [...keys].filter((key) => Object.hasOwn(parsed, key));
  return Object.fromEntries(left.map((key) => [key, inOrderOf(value[key], parsed[key])]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
