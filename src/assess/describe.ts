// Facts and rules in plain English words, for traces and reasons. Labels come from the vocabularies.
import { formatInstant } from "../model/instant.ts";
import type { Instant, Interval } from "../model/instant.ts";
import type { Incident, Possibility } from "../model/incident.ts";
import type { Extent } from "../model/place.ts";
import type { CalibreBand, Nearness, Target } from "../terms/ast.ts";
import type { Vocabulary } from "../terms/vocabulary.ts";
import type { Context } from "./context.ts";
import type { Rule } from "./rule.ts";

/** `gas pipeline`; the implicit leaf of an inner node is `other energy`; an unknown id is printed as it is. */
export function labelOf(vocabulary: Vocabulary, id: string): string {
  const node = vocabulary.nodes.get(id);
  if (node !== undefined) return node.labels["en"] ?? id;
  const owner = id.endsWith(".other")
    ? vocabulary.nodes.get(id.slice(0, -".other".length))
    : undefined;
  return owner === undefined ? id : `other ${owner.labels["en"] ?? owner.id}`;
}

export function listWords(words: readonly string[], last = "or"): string {
  if (words.length <= 1) return words[0] ?? "nothing";
  return `${words.slice(0, -1).join(", ")} ${last} ${words.at(-1) ?? ""}`;
}

export function intervalWords({ from, until }: Interval): string {
  if (from === -Infinity && until === Infinity) return "at any time";
  if (from === -Infinity) return `before ${instantWords(until)}`;
  if (until === Infinity) return `from ${instantWords(from)} on`;
  return until - from <= 60_000
    ? `at ${instantWords(from)}`
    : `from ${instantWords(from)} until ${instantWords(until)}`;
}

/** Minutes are enough: no rule has a finer bound. */
export function instantWords(at: Instant): string {
  return formatInstant(at).replace(/:00Z$/, "Z").replace("T", " ");
}

export function targetWords(context: Context, targets: readonly Target[] | null): string {
  if (targets === null) return "anything";
  return listWords(
    targets.map(({ kind, facets, near }) => {
      if (near !== undefined) return nearWords(context, near);
      const limits = Object.entries(facets).map(([facet, value]) => `${facet} ${value}`);
      const label = labelOf(context.kinds.vocabulary, kind);
      return limits.length === 0 ? label : `${label} (${limits.join(", ")})`;
    }),
  );
}

/** `anything within 500 m of a railway`. */
function nearWords(context: Context, { meters, of }: Nearness): string {
  const kinds = of.map((kind) => labelOf(context.kinds.vocabulary, kind));
  return `anything within ${meters} m of ${listWords(kinds)}`;
}

export function periodWords({ period }: Rule): string {
  if (period.kind === "fixed") {
    const { renewal } = period;
    if (renewal === undefined) return intervalWords(period);
    const last = renewal.ends.map((end) =>
      Number.isFinite(end) ? `until ${instantWords(end)}` : "without end",
    );
    const start = Number.isFinite(period.from) ? `from ${instantWords(period.from)} ` : "";
    return `${start}${listWords(last)}, by when ${renewal.event} came`;
  }
  const length = period.length === null ? "" : ` for ${lengthWords(period.length)}`;
  return `once ${period.event} has come${length}`;
}

function lengthWords(
  length:
    | { readonly kind: "days"; readonly days: number }
    | { readonly kind: "elapsed"; readonly milliseconds: number },
): string {
  return length.kind === "days"
    ? `${length.days} calendar days`
    : `${length.milliseconds / 3_600_000} hours`;
}

export function whereWords({ where }: Rule): string {
  if (where === null) return "anywhere";
  const parts = [
    where.target === null ? [] : [`the target in ${where.target}`],
    where.origin === null ? [] : [`the origin in ${where.origin}`],
    where.either === null ? [] : [`target or origin in ${where.either}`],
    where.outside === null ? [] : [`the target outside ${where.outside}`],
  ];
  return listWords(parts.flat(), "and");
}

/** What the record holds of who, what and with what: possibilities in words, `unknown` spelled out. */
export function possibilityWords(
  possibilities: readonly Possibility[],
  label: (id: string) => string = (id) => id,
): string {
  return listWords(
    possibilities.map(({ value }) => (value === "unknown" ? "unknown" : label(value))),
  );
}

export function thingWords(context: Context, incident: Incident): string {
  const things = incident.facts.things.map((thing) =>
    possibilityWords(thing.kinds, (id) => labelOf(context.kinds.vocabulary, id)),
  );
  return things.join("; ");
}

export function extentWords(extent: Extent): string {
  if (extent.kind === "unknown") return "place unknown";
  if (extent.kind === "area") return "somewhere in an area";
  return `within ${Math.round(extent.radiusMeters)} m of a point`;
}

/** `of 100 mm and more, less than 152 mm`; empty for any calibre. */
export function calibreWords(calibre: CalibreBand | null): string {
  if (calibre === null) return "";
  const { from, below } = calibre;
  const parts = [
    from > 0 ? [`of ${from} mm and more`] : [],
    below === null ? [] : [`of less than ${below} mm`],
  ];
  return listWords(parts.flat(), "and");
}

/** What a fact of place, distance or calibre says, by its key (see spot.ts), for "if ...". */
export function spotWords(key: string, inside: boolean): string {
  const [what = "", ...rest] = key.split(":");
  const name = rest.join(":");
  if (what === "near") {
    const [meters = "", kinds = ""] = name.split(":");
    const near = kinds.replaceAll("+", " or ");
    return `it were ${inside ? "within" : "further than"} ${meters} m ${inside ? "of" : "from"} ${near}`;
  }
  if (what === "calibre") {
    return `the calibre were ${inside ? "" : "not "}of the band ${name} mm`;
  }
  const [role, zone] = what === "undated" ? [rest[0] ?? "", rest.slice(1).join(":")] : [what, name];
  return `the ${role} were ${zone}${inside ? "" : ", outside it"}`;
}
