// Verdicts of groups, kept while the groups stand: a reading that a change of wording leaves as it is need not be judged again, nor one
// that is chosen again. A memo with no meaning of its own; what tells readings apart is written out in words.
import type { Membership } from "../membership.ts";
import type { ReadingModel } from "../reading-model.ts";
import type { Shape } from "../shape.ts";
import { textRows } from "../text-rows.ts";
import { rulesOf, undatedWorld } from "../undated.ts";
import type { Grouped } from "./facets.ts";
import type { GroupVerdicts } from "./judge-groups.ts";
import { spotsWords } from "./questions.ts";

/** Verdict numbers kept for one set of groups; the oldest readings go first. */
const MOST = 2 ** 23;

interface Kept {
  readonly vocabularies: readonly Membership[];
  readonly verdicts: GroupVerdicts;
}

const KEPT = new WeakMap<Grouped, Map<string, Kept>>();

/** Those that were kept, or else those that `judge` gives. */
export function keptVerdicts(
  model: ReadingModel,
  grouped: Grouped,
  judge: () => GroupVerdicts,
): GroupVerdicts {
  const { kinds, acts, means, instrument } = model.context;
  // What a registered object is known to be stands in the text itself.
  if (instrument.objects.size > 0) return judge();
  const kept = KEPT.get(grouped) ?? new Map<string, Kept>();
  KEPT.set(grouped, kept);
  const words = readingWords(model, grouped);
  const vocabularies = [kinds, acts, means];
  const known = kept.get(words);
  const isUsable = known?.vocabularies.every((one, i) => one === vocabularies[i]);
  const verdicts = known !== undefined && isUsable === true ? known.verdicts : judge();
  kept.delete(words);
  kept.set(words, { vocabularies, verdicts });
  const [oldest] = kept.keys();
  if (kept.size > MOST / Math.max(1, grouped.groups.count) && oldest !== undefined)
    kept.delete(oldest);
  return verdicts;
}

/** All that verdicts of groups hang on: rules and worlds, whom breaches free, what is asked of places, and whom the text binds. */
function readingWords(model: ReadingModel, { questions }: Grouped): string {
  const { context, worlds, edges, reading } = model;
  const { instrument, acceptance, events, shapes } = context;
  const rows = textRows(model).map(({ world, edges: answered, times }) => [
    undatedWorld(model, world).place,
    [...answered],
    [...times],
  ]);
  const said = [
    rulesOf(model),
    worlds.map((world) => undatedWorld(model, world).rules),
    [...edges],
  ];
  const around = [instrument.parties, [...acceptance], reading.assume.size > 0, events];
  const drawn = [spotsWords(model, questions), [...shapes].map(([id, one]) => [id, formOf(one)])];
  return JSON.stringify([said, rows, around, drawn], finite);
}

/** A drawing without its lines. */
function formOf(shape: Shape): readonly unknown[] {
  if (shape.kind === "per-party")
    return [shape.kind, [...shape.shapes].map(([party, own]) => [party, formOf(own)])];
  return [shape.kind, shape.kind === "area" || shape.kind === "strip" ? shape.holds : null];
}

function finite(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
}
