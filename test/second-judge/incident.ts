// An incident as a conformance case writes it: for each fact the values that are possible.
import { instantOf } from "./clock.ts";
import { listOf } from "./document.ts";

/** A thing hit: what it may be, and what is known of it. */
export interface Thing {
  readonly kinds: readonly string[];
  /** function, side, controlled-by, listed-in: the values possible; absent: unknown. */
  readonly [facet: string]: readonly string[] | string;
}

/** A point and how far from it the true place may be, or an area; absent: unknown. */
export type Place =
  | { readonly lat: number; readonly lon: number; readonly "radius-meters": number }
  | { readonly polygon: readonly (readonly [number, number])[] };

/** The facts of an incident; what is absent is unknown, an absent flag is no. */
export interface Incident {
  /** An instant, or `[from, until)`. */
  readonly at: string | readonly [string, string];
  readonly by?: string | readonly string[];
  readonly act?: string | readonly string[];
  readonly means?: string | readonly string[];
  /** One thing that is one of these. */
  readonly kind?: string | readonly string[];
  /** Several things hit at once. */
  readonly things?: readonly (string | Thing)[];
  readonly place?: Place;
  readonly origin?: Place;
  readonly flags?: Readonly<Record<string, boolean | "unknown">>;
  /** Millimetres, at least and at most. */
  readonly calibre?: readonly [number, number];
  /** Metres to the nearest object of a kind, at least and at most. */
  readonly near?: Readonly<Record<string, readonly [number, number]>>;
  /** Facts that hang together: one of these rows holds, each with the fields it fixes. */
  readonly joint?: readonly Partial<Incident>[];
}

/** When an event came. */
export type EventTime =
  | { readonly at: string }
  | { readonly between: readonly [string, string] }
  | { readonly "not-by": string };

/** Event id -> when it came; what is absent is unrecorded. */
export type Events = Readonly<Record<string, EventTime>>;

/** Half-open, in milliseconds. An instant is one millisecond long. Joint rows that give times of their own count together. */
export function intervalOf(incident: Incident): readonly [number, number] {
  const times = rowsOf(incident).map(({ at }) => (typeof at === "string" ? [at, at] : at));
  const until = times.map(([from, end]) => (from === end ? instantOf(from) + 1 : instantOf(end)));
  return [Math.min(...times.map(([from]) => instantOf(from))), Math.max(...until)];
}

/** The things hit, shorthands written out. Nothing known is one thing of unknown kind. */
export function thingsOf({ things, kind }: Incident): readonly Thing[] {
  if (things === undefined) return [{ kinds: kind === undefined ? ["unknown"] : listOf(kind) }];
  return things.map((thing) => (typeof thing === "string" ? { kinds: [thing] } : thing));
}

/** The incident once for each of its joint rows. */
export function rowsOf(incident: Incident): readonly Incident[] {
  const { joint, ...shared } = incident;
  return (joint ?? [{}]).map((row) => ({ ...shared, ...row }));
}
