// Hostile files get a clear problem with its code and place in bounded time: a twentieth of what npm run check:garbage tries.
import { describe, expect, test } from "vitest";
import { HOSTILE, coast } from "./hostile.ts";
import { faultsOf, tryFile } from "./try-file.ts";

const SHARE = 0.01;

describe("a hostile file", () => {
  test.each(HOSTILE)("$name: $code", ({ path, code, make }) => {
    const tried = tryFile(path, make(SHARE));
    expect(tried.problems.map((one) => one.code)).toContain(code);
    expect(faultsOf(tried)).toEqual([]);
  });

  test("a sound outline of 20,000 positions is taken", () => {
    expect(tryFile("zones/coast.geojson", coast(20_000)).problems).toEqual([]);
  });
});
