// The verdict table of TERMS 1.3: what each reading of March 2025 says of the incidents people quarrel about.
import { describe, expect, test } from "vitest";
import { incident, input, readText, text } from "../../test/kit/makers.ts";
import type { IncidentSpec } from "../../test/kit/makers.ts";
import type { RecordedEvent } from "../model/event.ts";
import { assessCase } from "./assess.ts";
import type { AssessInput } from "./context.ts";
import type { Verdict } from "./verdict.ts";

const texts = ["energy", "unconditional", "black-sea"].map((id) =>
  text(readText(`test/fixtures/${id}.terms.yaml`)),
);

/** `V`, `N kind, period`, `U text`: the notation of the table. */
function short({ verdict, reasons, cause }: Verdict): string {
  if (verdict === "violation") return "V";
  if (verdict === "not-covered") return `N ${reasons.join(", ")}`;
  return verdict === "undetermined" ? `U ${cause ?? ""}` : "C";
}

function verdicts(
  spec: IncidentSpec,
  more: Partial<AssessInput> = {},
): Readonly<Record<string, string>> {
  const one = incident(spec);
  const known = input(texts, { incidents: [one], ...more });
  const row = assessCase(known).rows.find((found) => found.incident.id === one.id);
  return Object.fromEntries(
    [...(row?.verdicts ?? [])].map(([id, verdict]) => [id, short(verdict)]),
  );
}

const COLUMNS = [
  "energy/RU",
  "energy/UA",
  "energy/UA-wide",
  "energy/US-18-march",
  "energy/US-25-march",
  "unconditional/text",
];

const TABLE: readonly (readonly [string, IncidentSpec, readonly string[]])[] = [
  [
    "an oil pumping station or depot hit by UA on 19 March at 02:08 Moscow time",
    { at: "2025-03-19T02:08+03:00", kinds: [["oil-pumping-station", "oil-depot"]], by: ["UA"] },
    ["V", "N period", "U text", "V", "U text", "V"],
  ],
  [
    "gas metering hit by RU or UA on 21 March",
    { at: "2025-03-21T12:00+02:00", kinds: ["gas-metering"], by: ["RU", "UA"] },
    ["U text", "N period", "U text", "V", "U text", "V"],
  ],
  [
    "a school hit by RU on 24 March",
    { at: "2025-03-24T14:00+02:00", kinds: ["school"] },
    ["N kind", "N period", "N kind, period", "U text", "N kind, period", "V"],
  ],
  [
    "a cargo terminal hit by RU on 26 March",
    { at: "2025-03-26T12:00+02:00", kinds: ["cargo-terminal"] },
    ["N kind", "N kind", "V", "V", "N kind", "V"],
  ],
  [
    "gas production hit by RU on 28 March",
    { at: "2025-03-28T12:00+02:00", kinds: ["gas-production"] },
    ["N kind", "V", "V", "V", "V", "V"],
  ],
  [
    "something of energy hit by RU on 28 March",
    { at: "2025-03-28T12:00+02:00", kinds: ["energy"] },
    ["U both", "U facts", "V", "V", "V", "V"],
  ],
  [
    "something of infrastructure hit by RU on 28 March",
    { at: "2025-03-28T12:00+02:00", kinds: ["infrastructure"] },
    ["U both", "U both", "U both", "V", "U both", "V"],
  ],
  [
    "a coal mine hit by RU on 2 April",
    { at: "2025-04-02T12:00+03:00", kinds: ["coal-mine"] },
    ["N kind", "V", "U text", "U text", "U text", "V"],
  ],
  [
    "the power grid hit by RU on 23 April at 06:00Z",
    { at: "2025-04-23T06:00Z", kinds: ["power-grid"] },
    ["N period", "V", "U text", "N period", "U text", "N period"],
  ],
  [
    "a substation hit by RU on 23 April at 21:30Z, in the hour that the clocks moved",
    { at: "2025-04-23T21:30Z", kinds: ["substation"] },
    ["N period", "U text", "U text", "N period", "U text", "N period"],
  ],
];

describe("the verdict table of March 2025", () => {
  test.each(TABLE)("%s", (_, spec, expected) => {
    const found = verdicts(spec);
    expect(COLUMNS.map((id) => found[id])).toEqual(expected);
  });

  const ship: IncidentSpec = {
    at: "2025-04-01T12:00+03:00",
    kinds: ["ship-civil"],
    target: { kind: "disc", center: [31.5, 44.5], radiusMeters: 1000 },
  };
  const sea = {
    name: "Black Sea",
    area: {
      kind: "area" as const,
      polygons: [
        [
          [
            [28, 41],
            [41, 41],
            [41, 46],
            [28, 46],
            [28, 41],
          ],
        ] as const,
      ],
    },
  };
  const zones = new Map([["black-sea", sea]]);

  test("a civil ship hit at sea by RU on 1 April hangs on relief, the line and nothing else", () => {
    const found = verdicts(ship, { zones });
    expect(found["black-sea/UA"]).toBe("V");
    expect(found["black-sea/RU"]).toBe("U facts");
    expect(found["black-sea/US"]).toBe("U both");
  });

  test("once the record says that no relief came, the text is not in force as RU reads it", () => {
    const events: RecordedEvent[] = ["bank-relief", "trade-relief"].map((id) => ({
      id,
      instrument: "black-sea",
      time: { kind: "not-by", at: Date.parse("2025-05-01T00:00Z") },
      sources: [],
    }));
    expect(verdicts(ship, { zones, events })["black-sea/RU"]).toBe("N not-in-force");
  });

  test("after UA broke the text, RU is free under one of its two answers, under the other only on notice", () => {
    const before = incident({
      id: "inc-0",
      at: "2025-03-19T12:00+03:00",
      kinds: ["oil-pumping-station"],
      by: ["UA"],
    });
    const spec: IncidentSpec = { at: "2025-03-28T12:00+02:00", kinds: ["substation"] };
    const found = verdicts(spec, { incidents: [before, incident(spec)] });
    expect(found["energy/RU"]).toBe("U text");
    expect(found["energy/UA"]).toBe("V");
  });
});
