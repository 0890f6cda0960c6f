// All that narrows the screen, each as a chip that can be taken away.
import { useLingui } from "@lingui/react";
import type { FacetName, View } from "../../../src/report/view.ts";
import { compareText } from "../../../src/model/problem.ts";
import { useCase } from "../../app/case-frame.tsx";
import { useFacetWords } from "../../words/facet-words.ts";
import { useVerdictWords } from "../../words/verdict-words.ts";
import { SituationLink } from "./situation-link.tsx";
import type { SituationParts } from "./situation-parts.ts";
import styles from "./situation.module.css";

/** One chip: what it says, and the view without it. */
export interface ChipSaid {
  readonly name: string;
  readonly text: string;
  readonly view: View;
}

/** The view with one facet set, or let go. */
export function withFacet(view: View, name: FacetName, value: string | null): View {
  const others = view.facets.filter((facet) => facet.name !== name);
  const facets = value === null ? others : [...others, { name, value }];
  return { ...view, facets: facets.toSorted((a, b) => compareText(a.name, b.name)) };
}

/** The chips of a view. */
export function useChips({ page, view, all, chosen }: SituationParts): readonly ChipSaid[] {
  const { i18n } = useLingui();
  const { names } = useCase();
  const facetWords = useFacetWords();
  const words = useVerdictWords();
  const shortOf = (reading: string) =>
    [...chosen, ...all].find((one) => one.reading === reading)?.short ?? reading;
  const chips: ChipSaid[] = view.facets.map(({ name, value }) => {
    const values = page.facets.find((one) => one.name === name)?.values ?? [];
    const label = values.find((one) => one.value === value)?.label ?? null;
    return { name, text: facetWords.value(name, value, label), view: withFacet(view, name, null) };
  });
  if (view.of !== null) {
    const { reading, verdict } = view.of;
    const what =
      verdict === "at-most"
        ? i18n._("chip.at-most", {}, { message: "all that may be a violation" })
        : words.verdict(verdict);
    chips.push({ name: "of", text: `${shortOf(reading)}: ${what}`, view: { ...view, of: null } });
  }
  if (view.from !== null || view.until !== null) {
    const from = view.from === null ? "…" : names.day(view.from);
    const until = view.until === null ? "…" : names.day(view.until);
    const text = i18n._(
      "context.period",
      { from, until },
      { message: "{from} until before {until}" },
    );
    chips.push({ name: "days", text, view: { ...view, from: null, until: null } });
  }
  if (view.bbox !== null) {
    const text = i18n._(
      "chip.bbox",
      {},
      { message: "only what has a point on that part of the map" },
    );
    chips.push({ name: "bbox", text, view: { ...view, bbox: null } });
  }
  if (view.pair !== null && view.maps === "differ") {
    const [a, b] = view.pair.map(shortOf);
    const text = i18n._(
      "chip.differ",
      { a, b },
      { message: "only what {a} and {b} answer differently" },
    );
    chips.push({ name: "differ", text, view: { ...view, pair: null, maps: null } });
  }
  if (view.window !== null) {
    const text = i18n._("chip.window", {}, { message: "only the in-force window" });
    chips.push({ name: "window", text, view: { ...view, window: null } });
  }
  for (const { question, answer: held } of view.hold) {
    const text = `${i18n._("context.held", {}, { message: "held:" })} ${question} = ${held}`;
    const hold = view.hold.filter((one) => one.question !== question);
    chips.push({ name: question, text, view: { ...view, hold } });
  }
  return chips;
}

/** Nothing at all without a chip, and without a reading whose window could be one. */
export function Chips(parts: SituationParts) {
  const { i18n } = useLingui();
  const chips = useChips(parts);
  const { view, chosen } = parts;
  const canWindow = view.window === null && chosen.length > 0;
  if (chips.length === 0 && !canWindow) return null;
  return (
    <ul className={styles.chips}>
      {chips.map(({ name, text, view: without }) => (
        <li key={name} data-chip={name}>
          <SituationLink view={without} className={styles.button}>
            {text} <span aria-hidden="true">×</span>
            <span className="visually-hidden">
              {i18n._("chip.remove", {}, { message: "(take away)" })}
            </span>
          </SituationLink>
        </li>
      ))}
      {canWindow ? (
        <li>
          <SituationLink view={{ ...view, window: "in-force" }} className={styles.button}>
            <span aria-hidden="true">+ </span>
            {i18n._("chip.window", {}, { message: "only the in-force window" })}
          </SituationLink>
        </li>
      ) : null}
    </ul>
  );
}
