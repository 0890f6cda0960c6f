// What a list or a map can be narrowed by, each value with the number that it would leave: one piece for every screen that narrows.
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import type { VerdictKind } from "../../src/assess/verdict.ts";
import { compareText } from "../../src/model/problem.ts";
import { withFacet } from "../../src/report/view.ts";
import type { FacetName, View } from "../../src/report/view.ts";
import { useCase } from "../app/case-frame.tsx";
import { useFacetWords } from "../words/facet-words.ts";
import { useVerdictWords } from "../words/verdict-words.ts";
import { VerdictMark } from "./verdict-mark.tsx";

/** A link of the screen to another view; `isOn`: the view already is so, and the link lets it go. */
export type FacetLink = (next: View, isOn: boolean, content: ReactNode) => ReactNode;

interface FacetProps {
  readonly view: View;
  readonly link: FacetLink;
}

/** The view with that reading taken or let go; a pair stays while both of it are chosen. */
function withReading(view: View, chosen: readonly string[], reading: string): View {
  const isOn = chosen.includes(reading);
  const readings = isOn ? chosen.filter((one) => one !== reading) : [...chosen, reading];
  const isPair = view.pair?.every((one) => readings.includes(one)) ?? false;
  const pair = isPair ? {} : { pair: null, maps: null };
  return { ...view, readings: readings.toSorted(compareText), of: null, ...pair };
}

interface ReadingsFacetProps extends FacetProps {
  /** Ids of those that are chosen. */
  readonly chosen: readonly string[];
  readonly all: readonly { readonly id: string; readonly shown: ReactNode }[];
}

/** A list: a switch of eleven names would wrap and cut them. Open until one is chosen. */
export function ReadingsFacet({ view, link, chosen, all }: ReadingsFacetProps) {
  const { i18n } = useLingui();
  return (
    <details open={chosen.length === 0}>
      <summary>{i18n._("chooser.readings", {}, { message: "Readings" })}</summary>
      <ul>
        {all.map(({ id, shown }) => (
          <li key={id}>{link(withReading(view, chosen, id), chosen.includes(id), shown)}</li>
        ))}
      </ul>
    </details>
  );
}

const VERDICTS: readonly VerdictKind[] = ["violation", "undetermined", "conflict", "not-covered"];

interface VerdictsFacetProps extends FacetProps {
  readonly reading: string;
  readonly short: string;
  readonly counts: Readonly<Record<VerdictKind, number>>;
  /** Above the counts. */
  readonly children?: ReactNode;
}

/** Each verdict under one reading with its count. */
export function VerdictsFacet(props: VerdictsFacetProps) {
  const { view, link, reading, short, counts, children } = props;
  const { i18n } = useLingui();
  const { names } = useCase();
  const words = useVerdictWords();
  return (
    <details open data-reading={reading}>
      <summary>
        {i18n._("list.under", { reading: short }, { message: "Verdict under {reading}" })}
      </summary>
      {children}
      <ul>
        {VERDICTS.map((verdict) => {
          const isOn = view.of?.reading === reading && view.of.verdict === verdict;
          const content = (
            <>
              <span>
                <VerdictMark mark={verdict} /> {words.verdict(verdict)}
              </span>
              <b>{names.number(counts[verdict])}</b>
            </>
          );
          return (
            <li key={verdict}>
              {link({ ...view, of: isOn ? null : { reading, verdict } }, isOn, content)}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** More values than this are folded away until one is asked for. */
const OPEN_VALUES = 12;

interface FacetValuesProps extends FacetProps {
  readonly name: FacetName;
  readonly values: readonly {
    readonly value: string;
    readonly label: string | null;
    readonly incidents: number;
  }[];
}

/** The values of one facet by shown name. */
export function FacetValues({ view, link, name, values }: FacetValuesProps) {
  const { names } = useCase();
  const words = useFacetWords();
  const named = values
    .map((one) => ({ ...one, shown: words.value(name, one.value, one.label) }))
    .sort((a, b) => names.compare(a.shown, b.shown));
  const chosen = view.facets.find((one) => one.name === name)?.value;
  return (
    <details open={named.length <= OPEN_VALUES || chosen !== undefined} data-facet={name}>
      <summary>{words.name(name)}</summary>
      <ul>
        {named.map(({ value, shown, incidents }) => {
          const isOn = value === chosen;
          const content = (
            <>
              <span>{shown}</span>
              <b>{names.number(incidents)}</b>
            </>
          );
          return (
            <li key={value}>{link(withFacet(view, name, isOn ? null : value), isOn, content)}</li>
          );
        })}
      </ul>
    </details>
  );
}

/** Why numbers of facets do not add up. */
export function FacetsNote({ className }: { className?: string | undefined }) {
  const { i18n } = useLingui();
  return (
    <p className={className}>
      {i18n._(
        "list.facets.note",
        {},
        {
          message:
            "An incident whose facts are not known stands under every value that may be true, so numbers do not add up.",
        },
      )}
    </p>
  );
}
