// The clauses of a text once every question is answered: one list of rules for each text world (TERMS 2.1).
import { addDays, firstInstantAt, wallOf } from "./clock.ts";
import { clausesOf, listOf } from "./document.ts";
import type { Document, Fields } from "./document.ts";

/** One choice of everything that the text leaves open. */
export interface TextWorld {
  readonly answers: ReadonlyMap<string, string>;
  /** Open edges that count. */
  readonly edges: ReadonlySet<string>;
  /** `unknown` or a list of zones, as written -> the zone meant. */
  readonly zones: ReadonlyMap<string, string>;
  /** Zones without an agreed line -> is everything inside? */
  readonly agreed: ReadonlyMap<string, boolean>;
}

/** A target: a kind and the facets it must have. */
export type Target = Readonly<Record<string, string>>;

/** How long: of calendar days, or of hours. */
export type Length =
  { readonly days: number; readonly zone: string } | { readonly milliseconds: number };

/** Calibres in millimetres: from so many on, below so many. */
export interface Calibres {
  readonly from?: number;
  readonly below?: number;
}

/** One clause with nothing left open. */
export interface Rule {
  readonly id: string;
  readonly effect: string;
  readonly by: readonly string[];
  readonly against: "any" | "opponent" | readonly string[];
  readonly acts: readonly string[];
  readonly targets: readonly Target[] | null;
  readonly means: readonly string[] | null;
  readonly calibre: Calibres;
  readonly where: Readonly<Partial<Record<"target" | "origin" | "either" | "outside", string>>>;
  readonly flags: readonly string[];
  readonly start: number | { readonly event: string };
  readonly until: number | null;
  readonly length: Length | null;
  readonly extension:
    | { readonly kind: "none" | "agreed" }
    | { readonly kind: "automatic"; readonly length: Length; readonly notice: Length };
  readonly applies: boolean;
  readonly after: readonly string[];
  readonly onBreach: "none" | "free" | "notice";
  readonly overrides: ReadonlySet<string>;
}

/** The rules of one text world. Obligations judge no incident and are left out. */
export function rulesOf(document: Document, world: TextWorld): readonly Rule[] {
  const clauses = [...clausesOf(document)].map(
    ([id, fields]) => [id, answered(document, world, fields)] as const,
  );
  return clauses
    .filter(([, fields]) => fields["effect"] !== "require")
    .map(([id, fields]) => {
      const beats = clauses
        .filter(([, other]) => listOf(other["unless"] as string[]).includes(id))
        .map(([other]) => other);
      return ruleOf(
        world,
        id,
        fields,
        new Set([...beats, ...listOf(fields["overrides"] as string[])]),
      );
    });
}

/** The instants that a reading assumes events to have come at, in a text world. */
export function assumedEvents(
  assume: Readonly<Record<string, Fields>>,
  world: TextWorld,
): ReadonlyMap<string, number> {
  return new Map(Object.entries(assume).map(([event, point]) => [event, pointOf(world, point)]));
}

/** The end of a stretch that begins at `start`. */
export function endOf(start: number, length: Length): number {
  return "days" in length ? addDays(length.zone, start, length.days) : start + length.milliseconds;
}

function answered(document: Document, world: TextWorld, fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      const question = (value as { question?: string } | null)?.question;
      if (question === undefined) return [field, value];
      return [
        field,
        document.questions?.[question]?.answers[world.answers.get(question) ?? ""]?.[field],
      ];
    }),
  );
}

function ruleOf(
  world: TextWorld,
  id: string,
  fields: Fields,
  overrides: ReadonlySet<string>,
): Rule {
  const from = fields["from"] as Fields | undefined;
  const zone = from === undefined ? "UTC" : zoneOf(world, from["tz"]);
  const event = from?.["event"] as string | undefined;
  const until = fields["until"] as Fields | undefined;
  return {
    id,
    overrides,
    effect: String(fields["effect"]),
    by: listOf(fields["by"] as string[]),
    against: (fields["against"] ?? "any") as Rule["against"],
    acts: listOf((fields["act"] ?? "use-of-force") as string),
    targets:
      fields["targets"] === undefined
        ? null
        : listOf(fields["targets"] as (string | Target)[]).map(targetOf),
    means: fields["means"] === undefined ? null : listOf(fields["means"] as string[]),
    calibre: fields["calibre"] ?? {},
    where: fields["where"] ?? {},
    flags: listOf((fields["when"] as { flags: string[] } | undefined)?.flags),
    start:
      event === undefined ? (from === undefined ? -Infinity : pointOf(world, from)) : { event },
    until: until === undefined ? null : pointOf(world, until),
    length: fields["for"] === undefined ? null : lengthOf(String(fields["for"]), zone),
    extension: extensionOf(fields["extension"], zone),
    applies: fields["applies"] !== false,
    after: listOf((fields["in-force"] as { after: string[] } | undefined)?.after),
    onBreach: releaseOf(fields["on-breach"]),
  };
}

function targetOf(target: string | Target): Target {
  return typeof target === "string" ? { kind: target } : target;
}

function pointOf(world: TextWorld, point: Fields): number {
  return firstInstantAt(zoneOf(world, point["tz"]), wallOf(String(point["on"] ?? point["at"])));
}

function zoneOf(world: TextWorld, zone: unknown): string {
  return world.zones.get(zoneKey(zone)) ?? (typeof zone === "string" ? zone : "UTC");
}

/** How a text world names a zone that is left open; anything for one that is not. */
export function zoneKey(zone: unknown): string {
  return JSON.stringify(zone) ?? "";
}

function lengthOf(text: string, zone: string): Length {
  const [, days, hours, minutes] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(text) ?? [];
  if (days !== undefined) return { days: Number(days), zone };
  return { milliseconds: Number(hours ?? 0) * 3_600_000 + Number(minutes ?? 0) * 60_000 };
}

function extensionOf(value: unknown, zone: string): Rule["extension"] {
  const automatic = (value as { automatic?: { for: string; "notice-by"?: string } } | undefined)
    ?.automatic;
  if (automatic === undefined) return { kind: value === "agreed" ? "agreed" : "none" };
  const notice = lengthOf(automatic["notice-by"] ?? "PT0H", zone);
  return { kind: "automatic", length: lengthOf(automatic.for, zone), notice };
}

// A right to be free starts with the party's own next contrary act, so that act is free already; a release by itself frees the
// same acts. Only a right that needs notice differs.
function releaseOf(value: unknown): Rule["onBreach"] {
  const release = value as { release?: string; notice?: boolean } | string | undefined;
  if (release === undefined || typeof release === "string") return "none";
  return release.release === "power" && release.notice === true ? "notice" : "free";
}
