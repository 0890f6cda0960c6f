// What readings are called on screens.
import { describe, expect, test } from "vitest";
import type { Names } from "./names.ts";
import { readingName } from "./reading-name.ts";

const names = { party: (id: string) => ({ RU: "Russia", US: "United States" })[id] ?? id } as Names;

function called(...ids: readonly string[]): readonly string[] {
  const among = ids.map((reading) => {
    const own = reading.slice(reading.indexOf("/") + 1);
    return { reading, holder: own === "text" ? null : own.slice(0, 2) };
  });
  return among.map((one) => readingName(one, among, names));
}

describe("a reading is called", () => {
  test("by its holder, where that holder has one", () => {
    expect(called("energy/RU", "energy/UA")).toEqual(["Russia", "UA"]);
  });
  test("by holder and own name, where the holder has several", () => {
    expect(called("energy/US-18-march", "energy/US-25-march")).toEqual([
      "United States 18-march",
      "United States 25-march",
    ]);
    expect(called("energy/UA", "energy/UA-wide")).toEqual(["UA", "UA wide"]);
  });
  test("by holder and id, where readings of two texts have one name", () => {
    expect(called("easter/RU", "energy/RU")).toEqual(["Russia easter/RU", "Russia energy/RU"]);
  });
  test("by its id, where nobody holds it", () => {
    expect(called("unconditional/text")).toEqual(["unconditional/text"]);
  });
});
