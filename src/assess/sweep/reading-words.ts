// What tells readings apart, in words: equal words are judged alike, whatever the text they stand in.
import { finite } from "../../model/json.ts";
import type { ReadingModel } from "../reading-model.ts";
import type { Shape } from "../shape.ts";
import { textRows } from "../text-rows.ts";
import { undatedWorld } from "../undated.ts";

/** The rules as they are given, which of them each world has, whom breaches free, events, parties and the forms of zones. */
export function aroundWords(model: ReadingModel, rules: readonly unknown[]): string {
  const { context, worlds, edges, frame } = model;
  const rows = textRows(model).map(({ world, edges: answered, times }) => [
    undatedWorld(model, world).place,
    [...answered],
    [...times],
  ]);
  const own = worlds.map((world) => undatedWorld(model, world).rules);
  const forms = [...context.shapes].map(([zone, shape]) => [zone, formOf(shape)]);
  const around = [context.instrument.parties, context.events, frame.cuts, forms];
  return JSON.stringify([rules, own, [...edges], rows, around], finite);
}

/** A drawing without its lines. */
function formOf(shape: Shape): readonly unknown[] {
  if (shape.kind === "per-party")
    return [shape.kind, [...shape.shapes].map(([party, own]) => [party, formOf(own)])];
  return [shape.kind, shape.kind === "area" || shape.kind === "strip" ? shape.holds : null];
}
