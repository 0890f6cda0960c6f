// One fact with everything it may be and who says so, and a stretch of time in words.
import { useLingui } from "@lingui/react";
import { Fragment } from "react";
import type { FactLine, HeldPossibility } from "../../../src/report/fact-line.ts";
import { useCase } from "../../app/case-frame.tsx";
import { factName } from "./input-name.ts";

/** `from ..., before ...`; an open end is unknown. */
export function useSpanWords(): (span: {
  readonly from: string | null;
  readonly until: string | null;
}) => string {
  const { i18n } = useLingui();
  const { names } = useCase();
  const unknown = i18n._("unknown", {}, { message: "unknown" });
  return ({ from, until }) =>
    i18n._(
      "facts.between",
      {
        from: from === null ? unknown : names.instant(from),
        until: until === null ? unknown : names.instant(until),
      },
      { message: "from {from}, before {until}" },
    );
}

type FactName = FactLine["fact"];

/** Several things hit at once are several lines; several values of one thing are rival possibilities, joined by "or". */
export function Fact({ name, lines }: { name: FactName; lines: readonly FactLine[] }) {
  const { i18n } = useLingui();
  return (
    <div>
      <dt>{factName(name, i18n)}</dt>
      {lines.map((line, index) => (
        <dd key={`${line.name} ${index}`}>
          {line.name === null ? null : <span lang="en">{line.name}: </span>}
          {line.possibilities.map((one, at) => (
            <Fragment key={one.value}>
              {at === 0 ? null : <> {i18n._("words.or", {}, { message: "or" })} </>}
              <Possible name={name} possibility={one} />
            </Fragment>
          ))}
        </dd>
      ))}
    </div>
  );
}

function Possible({ name, possibility }: { name: FactName; possibility: HeldPossibility }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const { value, holders } = possibility;
  const who = names.list(holders.map(names.party).sort(names.compare));
  return (
    <>
      {valueName()}
      {holders.length === 0 ? null : (
        <small> ({i18n._("according-to", { who }, { message: "according to {who}" })})</small>
      )}
    </>
  );

  function valueName(): string {
    if (value === "unknown") return i18n._("unknown", {}, { message: "unknown" });
    if (value === "none") return i18n._("facts.none", {}, { message: "nothing happened" });
    if (value === "other") return i18n._("facts.other", {}, { message: "somebody else" });
    const namesOf = { actor: names.party, act: names.act, means: names.means, thing: names.kind };
    return namesOf[name](value);
  }
}
