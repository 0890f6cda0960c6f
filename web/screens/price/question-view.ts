// Views one choice away: another question, whole readings again, one answer held, one card more or less.
import type { ListedQuestion } from "../../../src/report/case-card.ts";
import { compareText } from "../../../src/model/problem.ts";
import { EMPTY_VIEW } from "../../../src/report/view.ts";
import type { View } from "../../../src/report/view.ts";
import type { CaseAnswer } from "../../source/record-source.ts";

/** The same days and record, one question compared; what its text does not ask, or itself, is not held. */
export function questionView(
  view: View,
  { instrument, question }: ListedQuestion,
  questions: readonly ListedQuestion[],
): View {
  const asked = questions.filter((one) => one.instrument === instrument);
  const hold = view.hold.filter(
    (held) => held.question !== question && asked.some((one) => one.question === held.question),
  );
  return { ...over(view), hold, compared: { instrument, question } };
}

/** Whole readings: the case's first prepared comparison of that text, else all its readings. */
export function wholeView(view: View, card: CaseAnswer): View {
  const { compared } = view;
  if (compared === null) return view;
  const prepared = card.comparisons.find(({ readings }) =>
    readings.some((id) => id.startsWith(`${compared.instrument}/`)),
  );
  const readings = [...(prepared?.readings ?? [compared.instrument])].sort(compareText);
  return { ...over(view), hold: view.hold, readings };
}

/** A question held to one answer, or let go (null). */
export function holdOne(view: View, question: string, answer: string | null): View {
  const others = view.hold.filter((held) => held.question !== question);
  const hold = answer === null ? others : [...others, { question, answer }];
  return {
    ...view,
    hold: hold.sort((a, b) => compareText(a.question, b.question)),
    pattern: null,
  };
}

/** One card more or less; at least one stays, and all of them are spelled as none. */
export function toggled(view: View, id: string, all: readonly string[]): View {
  const shown = view.readings.length === 0 ? all : view.readings;
  const next = shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id];
  const readings = next.length === all.length ? [] : [...next].sort(compareText);
  if (next.length === 0) return view;
  return { ...view, readings, pair: null, cause: null, of: null, pattern: null };
}

function over({ from, until, window, asOf, facets, unit }: View): View {
  return { ...EMPTY_VIEW, from, until, window, asOf, facets, unit };
}
