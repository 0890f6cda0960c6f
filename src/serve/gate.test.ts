// The gate lets through what is declared, and leaves the order of keys to whoever made the value.
import { z } from "@hono/zod-openapi";
import { expect, test } from "vitest";
import { passed } from "./gate.ts";

const SCHEMA = z.object({ a: z.number(), b: z.array(z.object({ c: z.string(), d: z.string() })) });

test("what is declared comes out in the order it was made in", () => {
  const value = { b: [{ d: "1", c: "2" }], a: 3 };
  expect(JSON.stringify(passed(SCHEMA, value))).toBe(JSON.stringify(value));
});

test("what is not declared stays behind, at any depth", () => {
  const value = { secret: 1, b: [{ d: "1", secret: 2, c: "2" }], a: 3 };
  expect(JSON.stringify(passed(SCHEMA, value))).toBe('{"b":[{"d":"1","c":"2"}],"a":3}');
});

test("what is not of the schema is a fault", () => {
  expect(() => passed(SCHEMA, { a: "3", b: [] })).toThrow();
});
