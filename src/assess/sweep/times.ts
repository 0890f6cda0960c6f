// An interval of time reduced to the instants between which it begins and ends: all that rules and standings can tell apart.
import type { Instant, Interval } from "../../model/instant.ts";
import type { ReadingModel } from "../reading-model.ts";
import { releaseView } from "../text-rows.ts";

/** Every instant at which some reading's rules, some party's release or acceptance may change; ascending. */
export function cutsOfModels(models: readonly ReadingModel[]): Float64Array {
  const cuts = models.flatMap((model) => [
    ...releaseView(model).cuts,
    ...[...model.context.acceptance.values()]
      .flat()
      .flatMap(({ earliest, latest }) => [earliest, latest]),
  ]);
  return Float64Array.from([...new Set(cuts)].filter(Number.isFinite)).sort();
}

/** Number of time codes for so many cuts. */
export function timeCodes(cuts: number): number {
  return (cuts + 1) * (cuts + 1) * 2;
}

/** How many cuts have passed when it begins, how many before it ends, and whether it is an instant without length. */
export function timeCode(cuts: Float64Array, from: Instant, until: Instant): number {
  let begun = 0;
  while (begun < cuts.length && (cuts[begun] ?? 0) <= from) begun++;
  let ended = 0;
  while (ended < cuts.length && (cuts[ended] ?? 0) < until) ended++;
  return (begun * (cuts.length + 1) + ended) * 2 + (until > from ? 0 : 1);
}

/** An interval that has the code. */
export function intervalOf(cuts: Float64Array, code: number): Interval {
  const [isEmpty, both] = [code % 2 === 1, Math.floor(code / 2)];
  const [begun, ended] = [Math.floor(both / (cuts.length + 1)), both % (cuts.length + 1)];
  const first = cuts[0] ?? 1;
  const from = begun === 0 ? first - 1 : (cuts[begun - 1] ?? 0);
  // An empty interval ends where it begins: fewer cuts before its end than by its beginning say that it lies on one.
  if (isEmpty) {
    const at = begun > 0 && ended >= begun ? from + 1 : from;
    return { from: at, until: at };
  }
  return {
    from,
    until: ended < cuts.length ? (cuts[ended] ?? 0) : Math.max(from, cuts.at(-1) ?? 0) + 1,
  };
}
