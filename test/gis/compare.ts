// Row by row: the codes of a sweep beside those of PostGIS, and the verdicts that follow from both.
import { joinRanges, judgeSweep, verdictAt } from "../../src/assess/sweep/sweep.ts";
import type { Sweep } from "../../src/assess/sweep/sweep.ts";
import { groupRange } from "../../src/assess/sweep/prepare.ts";
import type { Prepared } from "../../src/assess/sweep/prepare.ts";
import { renumberRows } from "../../src/assess/sweep/group-rows.ts";
import type { NamedModel } from "../../src/assess/assess.ts";
import { DRAWN, codeBy } from "./second-opinion.ts";
import type { Asked, Opinion } from "./second-opinion.ts";

export interface Compared {
  /** Rows with a disc; those of a region are not asked of PostGIS. */
  readonly rows: number;
  /** Answers of all questions of these rows. */
  readonly answers: number;
  /** Answers that differ though no bound is near. */
  readonly wrong: number;
  /** Answers that differ where a distance lies within DRAWN metres of its bound. */
  readonly onBorder: number;
  /** Verdicts of all readings, and how many differ when PostGIS answers instead. */
  readonly verdicts: number;
  readonly otherVerdicts: number;
}

/** `prepared` has its codes, settled; they are left as they are. */
export function compare(models: readonly NamedModel[], asked: Asked, opinion: Opinion): Compared {
  const { prepared } = asked;
  const { count, target } = prepared.columns;
  const questions = prepared.keys.questions.map((codes) => codes.slice());
  let [rows, wrong, onBorder] = [0, 0, 0];
  for (let row = 0; row < count; row++) {
    if (!((target.radius[row] ?? NaN) >= 0)) continue;
    rows++;
    for (const [question, codes] of questions.entries()) {
      const { code, margin } = codeBy(opinion, asked, { question, row });
      if (codes[row] === code) continue;
      if (margin <= DRAWN) onBorder++;
      else wrong++;
      codes[row] = code;
    }
  }
  const [own, other] = [prepared, { ...prepared, keys: { ...prepared.keys, questions } }].map(
    (one) => sweptFrom(models, one),
  );
  if (own === undefined || other === undefined) throw new RangeError("nothing was swept");
  const verdicts = rows * own.readings.length;
  return {
    rows,
    answers: rows * questions.length,
    wrong,
    onBorder,
    verdicts,
    otherVerdicts: unlike(own, other),
  };
}

/** Verdicts of rows with a disc that two sweeps of the same readings do not share. */
function unlike(own: Sweep, other: Sweep): number {
  const { radius } = own.prepared.columns.target;
  let found = 0;
  for (const [i, reading] of own.readings.entries()) {
    const second = other.readings[i];
    if (second === undefined) throw new RangeError(`${reading.id} was swept once`);
    for (let row = 0; row < radius.length; row++) {
      if (!((radius[row] ?? NaN) >= 0)) continue;
      const [a, b] = [verdictAt(own, reading, row), verdictAt(other, second, row)];
      if (a !== b && JSON.stringify(a) !== JSON.stringify(b)) found++;
    }
  }
  return found;
}

/** Stage two alone, from the codes that stand. */
function sweptFrom(models: readonly NamedModel[], from: Prepared): Sweep {
  const all = { from: 0, until: from.columns.count };
  const prepared = { ...from, rowGroups: new Uint32Array(from.columns.count) };
  const joined = joinRanges(prepared, [groupRange(prepared, all)]);
  if (joined.kind === "refused") throw new RangeError(joined.why);
  renumberRows(prepared.rowGroups, all, joined.renumber[0] ?? new Uint32Array(0));
  return judgeSweep(models, prepared, joined.grouped);
}
