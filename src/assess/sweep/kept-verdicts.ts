// Verdicts of groups, kept while the groups stand: a reading that a change of wording leaves as it is need not be judged again, nor one
// that is chosen again. A memo with no meaning of its own; what tells readings apart is written out in words.
import { finite } from "../../model/json.ts";
import type { Membership } from "../membership.ts";
import type { ReadingModel } from "../reading-model.ts";
import { rulesOf } from "../undated.ts";
import type { Grouped } from "./facets.ts";
import type { GroupVerdicts } from "./judge-groups.ts";
import { spotsWords } from "./questions.ts";
import { aroundWords } from "./reading-words.ts";

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

/** All that verdicts of groups hang on: what judges alike, what is asked of places, and whom the text binds. */
function readingWords(model: ReadingModel, { questions }: Grouped): string {
  const { context, reading } = model;
  const standing = [[...context.acceptance], reading.assume.size > 0];
  const words = [spotsWords(model, questions), JSON.stringify(standing, finite)];
  return [...words, aroundWords(model, rulesOf(model))].join(" ");
}
