// Facts that hang together, as rows of which one holds: what the rows differ in, each in the words of the facts above.
import { useLingui } from "@lingui/react";
import type { JointLine } from "../../../src/report/fact-line.ts";
import { useCase } from "../../app/case-frame.tsx";
import { usePlaceWords } from "../../words/place-words.ts";
import { Fact, useSpanWords } from "./fact.tsx";
import { factName } from "./input-name.ts";
import styles from "./incident.module.css";

const FACTS = ["actor", "act", "means", "thing"] as const;

/** Nothing where facts may be combined in any way. */
export function Joint({ rows }: { rows: readonly JointLine[] }) {
  const { i18n } = useLingui();
  if (rows.length === 0) return null;
  return (
    <section aria-labelledby="joint" className={styles.joint}>
      <h3 id="joint">{i18n._("joint.title", {}, { message: "Facts that hang together" })}</h3>
      <p>
        {i18n._(
          "joint.one-holds",
          { n: rows.length },
          {
            message:
              "One of these {n, number} holds, and nothing else. The facts above list what any of them says; what is not named here is the same in all.",
          },
        )}
      </p>
      <ol>
        {rows.map((row, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows have no other name, and keep their order
          <li key={at} data-joint={at}>
            <dl>
              <Row row={row} rows={rows} />
            </dl>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Only what is not the same in all rows. */
function Row({ row, rows }: { row: JointLine; rows: readonly JointLine[] }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const spanWords = useSpanWords();
  const placeWords = usePlaceWords();
  const isOther = (read: (one: JointLine) => unknown) =>
    new Set(rows.map((one) => JSON.stringify(read(one)))).size > 1;
  const linesOf = (one: JointLine, name: (typeof FACTS)[number]) =>
    one.facts.filter(({ fact }) => fact === name);
  const { place, where } = row;
  return (
    <>
      {isOther(({ occurred }) => occurred) ? (
        <div>
          <dt>{factName("time", i18n)}</dt>
          <dd>{spanWords(row.occurred)}</dd>
        </div>
      ) : null}
      {isOther((one) => [one.place, one.where]) ? (
        <div>
          <dt>{i18n._("facts.where", {}, { message: "Where" })}</dt>
          <dd>
            {place === null ? null : names.place({ ...place, admin1: null })}{" "}
            <small>{placeWords(where)}</small>
          </dd>
        </div>
      ) : null}
      {FACTS.map((name) =>
        isOther((one) => linesOf(one, name).map(shownOf)) ? (
          <Fact key={name} name={name} lines={linesOf(row, name)} />
        ) : null,
      )}
      <Measured row={row} isOther={isOther} />
    </>
  );
}

/** What the page shows of a fact: ids of sources tell no rows apart. */
function shownOf({ name, possibilities }: JointLine["facts"][number]) {
  return [name, possibilities.map(({ value, holders }) => [value, holders])];
}

interface MeasuredProps {
  readonly row: JointLine;
  readonly isOther: (read: (one: JointLine) => unknown) => boolean;
}

/** Flags, distances and calibre: names of flags are those of the texts. */
function Measured({ row, isOther }: MeasuredProps) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const { flags, distances, calibre } = row;
  const words = {
    true: i18n._("joint.yes", {}, { message: "yes" }),
    false: i18n._("joint.no", {}, { message: "no" }),
    unknown: i18n._("unknown", {}, { message: "unknown" }),
  };
  const span = ({ low, high }: { readonly low: number; readonly high: number | null }) =>
    high === null
      ? i18n._("joint.at-least", { low: names.number(low) }, { message: "{low} or more" })
      : `${names.number(low)}–${names.number(high)}`;
  const lines = [
    ...(isOther((one) => one.flags)
      ? Object.entries(flags).map(([flag, holds]) => [flag, words[`${holds}`]] as const)
      : []),
    ...(isOther((one) => one.distances)
      ? Object.entries(distances).map(
          ([kind, metres]) =>
            [
              i18n._(
                "joint.distance",
                { kind: names.kind(kind) },
                { message: "Metres to the nearest: {kind}" },
              ),
              span(metres),
            ] as const,
        )
      : []),
    ...(isOther((one) => one.calibre) && calibre !== null
      ? [
          [
            i18n._("joint.calibre", {}, { message: "Calibre in millimetres" }),
            span(calibre),
          ] as const,
        ]
      : []),
  ];
  return lines.map(([name, value]) => (
    <div key={name}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  ));
}
