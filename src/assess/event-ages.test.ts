// How long ago an event may have come, for lengths that start with it: the latest start that is over, also where clocks change.
import { expect, test } from "vitest";
import { at } from "../../test/kit/makers.ts";
import type { Extension } from "../terms/ast.ts";
import { agesBetween, eventAges } from "./event-ages.ts";
import { endOf } from "./period.ts";
import type { Period } from "./period.ts";

const HOUR = 3_600_000;
const zone = "Europe/Kyiv";

function started(length: Extract<Period, { kind: "after-event" }>["length"]): { period: Period } {
  return { period: { kind: "after-event", event: "notice-of-end", length, zone, until: Infinity } };
}

function between(periods: readonly { period: Period }[], instant: number): readonly number[] {
  return agesBetween(eventAges(periods).get("notice-of-end") ?? new Map(), instant);
}

const ten = started({ kind: "elapsed", milliseconds: 240 * HOUR });
const thirty = started({ kind: "elapsed", milliseconds: 720 * HOUR });
const instant = at("2025-05-25T12:00Z");

test("between ten and thirty days lies one time, and with one length or two alike there is none", () => {
  expect(between([ten, thirty], instant)).toEqual([instant - 240 * HOUR]);
  expect(between([thirty, ten], instant)).toEqual([instant - 240 * HOUR]);
  expect(between([ten], instant)).toEqual([]);
  expect(between([ten, ten, started(null)], instant)).toEqual([]);
});

test("a calendar day back from an hour that clocks skipped the day before is over by then, and not a moment later start is", () => {
  const day = started({ kind: "days", days: 1 });
  const skipped = at("2025-03-31T00:30Z"); // 03:30 in Kyiv; clocks went from 03:00 to 04:00 the day before
  const [start = NaN] = between([day, thirty], skipped);
  expect(endOf(start, { kind: "days", days: 1 }, zone)).toBeLessThanOrEqual(skipped);
  expect(endOf(start + 1, { kind: "days", days: 1 }, zone)).toBeGreaterThan(skipped);
});

test("notice ends an extended period at the last end that has passed only if it came in time for that one", () => {
  const end = at("2025-04-10T00:00Z");
  const length = { kind: "elapsed", milliseconds: 240 * HOUR } as const;
  const renewing = (extension: Extension, last: number): { period: Period } => ({
    period: {
      kind: "fixed",
      from: end - 240 * HOUR,
      until: end,
      renewal: {
        event: "notice-of-end",
        end,
        length,
        zone: 0,
        extension,
        ends: [end, last],
      },
    },
  });
  const renewal = renewing(
    {
      kind: "automatic",
      for: length,
      noticeBy: { kind: "elapsed", milliseconds: 24 * HOUR },
    },
    end + 480 * HOUR,
  );
  const later = end + 300 * HOUR; // the first renewal has ended, the second has not
  expect(between([renewal, started({ kind: "elapsed", milliseconds: 1e12 })], later)).toEqual([
    end + 240 * HOUR - 24 * HOUR,
  ]);
  const agreed = renewing({ kind: "agreed" }, end + 240 * HOUR);
  expect(between([agreed, started({ kind: "elapsed", milliseconds: 1e12 })], later)).toEqual([end]);
});
