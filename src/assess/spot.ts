// Yes/no facts of place, distance and calibre that rules ask for, by key, and which of them cannot go together. Keys:
// `target:<zone>`, `origin:<zone>` (`<zone>@<party>` where each party has its own, `undated:` before it while its drawing does not
// hold), `near:<metres>:<kind>+<kind>`, `calibre:<from>-<below>`.
import type { Instant } from "../model/instant.ts";
import type { CalibreBand, Nearness } from "../terms/ast.ts";
import type { Context } from "./context.ts";
import type { Shape } from "./shape.ts";
import type { Rule } from "./rule.ts";

export type Role = "target" | "origin";

/** A fact of place: which end of the incident, in which zone, and for a zone per party whose. */
export interface Spot {
  readonly key: string;
  readonly role: Role;
  readonly shape: Shape;
}

/** Where an actor's end lies, as a key; null where that actor has no such zone, `undrawn` where the text world says. */
export function spotKey(
  context: Context,
  { role, zone, actor, at }: { role: Role; zone: string; actor: string; at: Instant },
): string | null | "undrawn" {
  let key = `${role}:${zone}`;
  let shape = context.shapes.get(zone);
  while (shape?.kind === "per-party") {
    const own: Shape | undefined = shape.shapes.get(actor);
    if (own === undefined) return null;
    key = key.endsWith(`@${actor}`) ? key : `${key}@${actor}`;
    shape = own;
  }
  if (shape === undefined || shape.kind === "undrawn") return "undrawn";
  return isHeld(shape, at) ? key : `undated:${key}`;
}

/** Whether the drawing holds at an instant; true of all that holds for ever. */
export function isHeld(shape: Shape, at: Instant): boolean {
  if (shape.kind !== "area" && shape.kind !== "strip") return true;
  return shape.holds === null || (shape.holds.from <= at && at < shape.holds.until);
}

/** Every fact of place that a zone of `where` can ask, undrawn shapes left out. */
export function spotsOf(context: Context, role: Role, zone: string): readonly Spot[] {
  const shape = context.shapes.get(zone);
  return shape === undefined ? [] : spread(`${role}:${zone}`, role, shape);
}

function spread(key: string, role: Role, shape: Shape): readonly Spot[] {
  if (shape.kind === "undrawn") return [];
  if (shape.kind !== "per-party") return [{ key, role, shape }];
  return [...shape.shapes].flatMap(([party, own]) => {
    const suffix = `@${party}`;
    return spread(key.endsWith(suffix) ? key : key + suffix, role, own);
  });
}

/** Both ends, in each zone that a rule's `where` names. */
export function spotsAsked(context: Context, { where }: Rule): readonly Spot[] {
  if (where === null) return [];
  const asked: readonly (readonly [Role, string | null])[] = [
    ["target", where.target],
    ["origin", where.origin],
    ["target", where.either],
    ["origin", where.either],
    ["target", where.outside],
  ];
  return asked.flatMap(([role, zone]) => (zone === null ? [] : spotsOf(context, role, zone)));
}

/** A drawing that holds for some time only is asked about twice: while it holds, and as "who knows" otherwise. */
export function keysOf({ key, shape }: Spot): readonly string[] {
  const dated = (shape.kind === "area" || shape.kind === "strip") && shape.holds !== null;
  return dated ? [key, `undated:${key}`] : [key];
}

/** Instants at which the drawing starts and ceases to hold. */
export function cutsOfSpot({ shape }: Spot): readonly Instant[] {
  if (shape.kind !== "area" && shape.kind !== "strip") return [];
  return shape.holds === null ? [] : [shape.holds.from, shape.holds.until];
}

/** `near:500:port+railway`; equal for equal questions. */
export function nearKey({ meters, of }: Nearness): string {
  return `near:${meters}:${[...new Set(of)].sort().join("+")}`;
}

/** `calibre:100-152`, open above: `calibre:100-`. */
export function calibreKey({ from, below }: CalibreBand): string {
  return `calibre:${from}-${below ?? ""}`;
}
