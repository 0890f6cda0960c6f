// All that narrows the list or holds a question, each as a chip that can be taken away.
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import type { ListView } from "../../../src/report/list-view.ts";
import type { View } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { useVerdictWords } from "../../words/verdict-words.ts";
import { withFacet } from "./facets.tsx";
import { useFacetWords } from "../../words/facet-words.ts";
import type { ListParts } from "./list-parts.ts";
import { ListLink } from "./list-link.tsx";
import styles from "./list-bar.module.css";

/** One chip: what it says, and the list without it. */
export interface ChipSaid {
  readonly name: string;
  readonly text: string;
  readonly view: View;
  readonly list: ListView;
}

/** The chips of a view; `days` names the period. */
export function useChips({ answer, view, list, readings }: ListParts): readonly ChipSaid[] {
  const { i18n } = useLingui();
  const { names } = useCase();
  const facetWords = useFacetWords();
  const words = useVerdictWords();
  const chips: ChipSaid[] = view.facets.map(({ name, value }) => {
    const group = answer.facets.find((one) => one.name === name);
    const label = group?.values.find((one) => one.value === value)?.label ?? null;
    const text = facetWords.value(name, value, label);
    return { name, text, view: withFacet(view, name, null), list };
  });
  if (view.of !== null) {
    const { reading, verdict } = view.of;
    const short = readings.find((one) => one.reading === reading)?.short ?? reading;
    const what =
      verdict === "at-most"
        ? i18n._("chip.at-most", {}, { message: "all that may be a violation" })
        : words.verdict(verdict);
    chips.push({ name: "of", text: `${short}: ${what}`, view: { ...view, of: null }, list });
  }
  if (list.text !== null) {
    chips.push({ name: "text", text: `“${list.text}”`, view, list: { ...list, text: null } });
  }
  if (view.from !== null || view.until !== null) {
    const from = view.from === null ? "…" : names.day(view.from);
    const until = view.until === null ? "…" : names.day(view.until);
    const text = i18n._(
      "context.period",
      { from, until },
      { message: "{from} until before {until}" },
    );
    chips.push({ name: "days", text, view: { ...view, from: null, until: null }, list });
  }
  if (view.window !== null) {
    const text = i18n._("chip.window", {}, { message: "only the in-force window" });
    chips.push({ name: "window", text, view: { ...view, window: null }, list });
  }
  if (view.bbox !== null) {
    const text = i18n._(
      "chip.bbox",
      {},
      { message: "only what has a point on that part of the map" },
    );
    chips.push({ name: "bbox", text, view: { ...view, bbox: null }, list });
  }
  if (view.pair !== null && view.maps === "differ") {
    const [a, b] = view.pair;
    const text = i18n._(
      "chip.differ",
      { a, b },
      { message: "only what {a} and {b} answer differently" },
    );
    chips.push({ name: "differ", text, view: { ...view, pair: null, maps: null }, list });
  }
  for (const { question, answer: held } of view.hold) {
    const text = `${i18n._("context.held", {}, { message: "held:" })} ${question} = ${held}`;
    const hold = view.hold.filter((one) => one.question !== question);
    chips.push({ name: question, text, view: { ...view, hold }, list });
  }
  return chips;
}

/** What narrows, and the in-force window to narrow by; nothing at all without either. */
export function ListChips(parts: ListParts) {
  const chips = useChips(parts);
  const canWindow = parts.view.window === null && parts.view.readings.length > 0;
  if (chips.length === 0 && !canWindow) return null;
  return (
    <ul className={styles.chips}>
      {chips.map(({ name, text, view, list }) => (
        <li key={name}>
          <ListLink view={view} list={list} className={styles.chip}>
            <Removable>{text}</Removable>
          </ListLink>
        </li>
      ))}
      {canWindow ? <AddWindow {...parts} /> : null}
    </ul>
  );
}

/** Only with readings chosen: the window is theirs. */
function AddWindow({ view, list }: ListParts) {
  const { i18n } = useLingui();
  return (
    <li>
      <ListLink view={{ ...view, window: "in-force" }} list={list} className={styles.chip}>
        <span aria-hidden="true">+ </span>
        {i18n._("chip.window", {}, { message: "only the in-force window" })}
      </ListLink>
    </li>
  );
}

function Removable({ children }: { children: ReactNode }) {
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
