// All that narrows a view or holds a question in it, each as a chip that can be taken away. Screens say in which order, and what else.
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { withFacet } from "../../src/report/view.ts";
import type { FacetName, View } from "../../src/report/view.ts";
import { useCase } from "../app/case-frame.tsx";
import { useFacetWords } from "../words/facet-words.ts";
import { useVerdictWords } from "../words/verdict-words.ts";

/** One chip: what it says, and the view without it. */
export interface ViewChip {
  readonly name: string;
  readonly text: string;
  readonly view: View;
}

/** Each list is empty where the view has nothing of the sort. */
export interface ViewChips {
  readonly facets: readonly ViewChip[];
  /** A verdict under one reading. */
  readonly verdict: readonly ViewChip[];
  readonly days: readonly ViewChip[];
  readonly window: readonly ViewChip[];
  /** A part of the map. */
  readonly bbox: readonly ViewChip[];
  /** Only what two readings answer differently. */
  readonly differ: readonly ViewChip[];
  readonly held: readonly ViewChip[];
}

interface ChipNames {
  /** What the source calls a value; null: nothing of its own. */
  readonly labelOf: (facet: FacetName, value: string) => string | null;
  /** Name of the reading whose verdict is asked for, and of each of a pair. */
  readonly shortOf: (reading: string) => string;
  readonly pairNameOf: (reading: string) => string;
}

/** The chips of a view. */
export function useViewChips(view: View, { labelOf, shortOf, pairNameOf }: ChipNames): ViewChips {
  const { i18n } = useLingui();
  const { names } = useCase();
  const facetWords = useFacetWords();
  const words = useVerdictWords();
  const one = (isThere: boolean, name: string, text: () => string, without: Partial<View>) =>
    isThere ? [{ name, text: text(), view: { ...view, ...without } }] : [];
  const verdictText = (): string => {
    if (view.of === null) return "";
    const { reading, verdict } = view.of;
    const what =
      verdict === "at-most"
        ? i18n._("chip.at-most", {}, { message: "all that may be a violation" })
        : words.verdict(verdict);
    return `${shortOf(reading)}: ${what}`;
  };
  const daysText = (): string => {
    const from = view.from === null ? "…" : names.day(view.from);
    const until = view.until === null ? "…" : names.day(view.until);
    return i18n._("context.period", { from, until }, { message: "{from} until before {until}" });
  };
  const differText = (): string => {
    const [a, b] = (view.pair ?? []).map(pairNameOf);
    return i18n._("chip.differ", { a, b }, { message: "only what {a} and {b} answer differently" });
  };
  return {
    facets: view.facets.map(({ name, value }) => ({
      name,
      text: facetWords.value(name, value, labelOf(name, value)),
      view: withFacet(view, name, null),
    })),
    verdict: one(view.of !== null, "of", verdictText, { of: null }),
    days: one(view.from !== null || view.until !== null, "days", daysText, {
      from: null,
      until: null,
    }),
    window: one(
      view.window !== null,
      "window",
      () => i18n._("chip.window", {}, { message: "only the in-force window" }),
      { window: null },
    ),
    bbox: one(
      view.bbox !== null,
      "bbox",
      () => i18n._("chip.bbox", {}, { message: "only what has a point on that part of the map" }),
      { bbox: null },
    ),
    differ: one(view.pair !== null && view.maps === "differ", "differ", differText, {
      pair: null,
      maps: null,
    }),
    held: view.hold.map(({ question, answer }) => ({
      name: question,
      text: `${i18n._("context.held", {}, { message: "held:" })} ${question} = ${answer}`,
      view: { ...view, hold: view.hold.filter((other) => other.question !== question) },
    })),
  };
}

/** What stands in a chip's link. */
export function Removable({ children }: { children: ReactNode }) {
  const { i18n } = useLingui();
  return (
    <>
      {children} <span aria-hidden="true">×</span>
      <span className="visually-hidden">
        {i18n._("chip.remove", {}, { message: "(take away)" })}
      </span>
    </>
  );
}
