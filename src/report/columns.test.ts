// Columns of numbers as text: nothing is lost on the way, and the letters are those that everybody else writes.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packDegrees, packWhole, unpackColumn } from "./columns.ts";

const whole = fc.oneof(
  fc.array(fc.nat(0xff)),
  fc.array(fc.nat(0xffff)),
  fc.array(fc.integer({ min: 0, max: 0xffff_ffff })),
);

describe("a column of whole numbers", () => {
  test("comes back as it went, in the smallest width that holds it", () => {
    fc.assert(
      fc.property(whole, (values) => {
        const packed = packWhole(values);
        expect([...unpackColumn(packed)]).toEqual(values);
        const most = Math.max(0, ...values);
        expect(packed.width).toBe(most > 0xffff ? "u32" : most > 0xff ? "u16" : "u8");
      }),
    );
  });

  test("is written as base64 is everywhere, little-endian", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 0xffff_ffff }), { minLength: 1 }),
        (values) => {
          const bytes = Buffer.alloc(values.length * 4);
          for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4);
          const { width, base64 } = packWhole([...values, 0xffff_ffff]);
          expect(width).toBe("u32");
          expect(base64).toBe(Buffer.concat([bytes, Buffer.alloc(4, 0xff)]).toString("base64"));
        },
      ),
    );
  });

  test.each([[-1], [1.5], [2 ** 32], [Number.NaN]])("cannot hold %d", (value) => {
    expect(() => packWhole([1, value])).toThrow(RangeError);
  });
});

test("degrees come back to within two metres", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: -180, max: 180, noNaN: true })), (values) => {
      const back = unpackColumn(packDegrees(values));
      expect([...back]).toEqual(values.map(Math.fround));
      for (const [index, value] of values.entries()) {
        expect(Math.abs((back[index] ?? Number.NaN) - value) * 111_320).toBeLessThan(2);
      }
    }),
  );
});

test.each(["A", "AA*A", "AAA", "=AAA"])("%j is no column", (base64) => {
  expect(() => unpackColumn({ width: "u8", base64 })).toThrow(RangeError);
});
