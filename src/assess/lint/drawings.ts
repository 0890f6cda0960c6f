// Drawings that do not hold all through the period of a clause that asks for them (T403): outside them the judge knows no place.
import type { Instant } from "../../model/instant.ts";
import { instantWords } from "../describe.ts";
import type { Holds, Shape } from "../shape.ts";
import type { Rule } from "../rule.ts";
import type { Finding } from "./finding.ts";
import { judgedClauses } from "./survey.ts";
import type { Survey } from "./survey.ts";

/** T403, once a clause and zone. Periods that an event starts may lie anywhere and are left alone. */
export function findInDrawings(survey: Survey): readonly Finding[] {
  return judgedClauses(survey).flatMap(({ id }) => {
    const rules = survey.worlds.flatMap(({ rules: all }) =>
      all.filter((rule) => rule.id === id && rule.applies),
    );
    const zones = [...new Set(rules.flatMap(zonesOf))].sort();
    return zones.flatMap((zone) => drawnTooShort(survey, { id, zone, rules }));
  });
}

function zonesOf({ where }: Rule): readonly string[] {
  if (where === null) return [];
  const { target, origin, either, outside } = where;
  return [target, origin, either, outside].filter((zone) => zone !== null);
}

function drawnTooShort(
  survey: Survey,
  {
    id,
    zone,
    rules,
  }: { readonly id: string; readonly zone: string; readonly rules: readonly Rule[] },
): readonly Finding[] {
  const { context, loaded } = survey;
  const drawings = holdsOf(context.shapes.get(zone));
  for (const rule of rules.filter((one) => zonesOf(one).includes(zone))) {
    for (const holds of drawings) {
      const at = momentOutside(rule, holds);
      if (at === null) continue;
      const line = lineOf(loaded.instrument, zone);
      return [
        {
          code: "T403",
          severity: "warning",
          message: `clause "${id}" asks for "${zone}", whose drawing holds only ${spanWords(holds)}`,
          path: ["zones", zone],
          help: "a drawing for the other days, or a period that ends with it",
          related: [
            { message: `asked by clause "${id}"`, path: ["clauses", id] },
            ...(line === null ? [] : [{ message: `line "${line}"`, path: ["lines", line] }]),
          ],
          shown: `${rule.act.join(" or ")} by ${rule.by[0] ?? "others"}, ${instantWords(at)}, wherever it was: whether it lies in "${zone}" is not known`,
        },
      ];
    }
  }
  return [];
}

/** Every stretch of time that some drawing of the zone is limited to. */
function holdsOf(shape: Shape | undefined): readonly Holds[] {
  switch (shape?.kind) {
    case "area":
    case "strip":
      return shape.holds === null ? [] : [shape.holds];
    case "per-party":
      return [...shape.shapes.values()].flatMap(holdsOf);
    case "around":
    case "undrawn":
    case undefined:
      return [];
    default:
      return shape satisfies never;
  }
}

/** An instant of the rule's period on which the drawing does not surely hold; null: none. */
function momentOutside({ period }: Rule, holds: Holds): Instant | null {
  if (period.kind !== "fixed") return null;
  if (period.from < holds.from)
    return Number.isFinite(period.from) ? period.from : holds.from - MINUTE;
  const until = Math.max(period.until, ...(period.renewal?.ends ?? []));
  return until > holds.until ? Math.max(holds.until, period.from) : null;
}

const MINUTE = 60_000;

function spanWords({ from, until }: Holds): string {
  const start = Number.isFinite(from) ? `from ${instantWords(from)}` : "";
  const end = Number.isFinite(until) ? `until ${instantWords(until)}` : "";
  return [start, end].filter((part) => part !== "").join(" ");
}

function lineOf(instrument: Survey["loaded"]["instrument"], zone: string): string | null {
  const found = instrument.zones.get(zone);
  return found?.kind === "buffer" || found?.kind === "band" ? found.of : null;
}
