// Why one reading answers as it does: the trace of the judge, what keeps the verdict, what would change or settle it.
// Trace sentences come from assess as they stand (English); nothing is worded again here.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import type { Explanation, Settling, TraceNode } from "../../../src/assess/verdict.ts";
import { useCase } from "../../app/case-frame.tsx";
import { questionQuery, viewOf } from "../../app/url.ts";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { VerdictMark } from "../../parts/verdict-mark.tsx";
import type { IncidentAnswer } from "../../source/record-source.ts";
import { explainQuery } from "../../source/queries.ts";
import { useVerdictWords } from "../../words/verdict-words.ts";
import { Answers } from "./answers.tsx";
import { inputName } from "./input-name.ts";
import { Trace } from "./trace.tsx";
import styles from "./why.module.css";

const route = getRouteApi("/c/$case/i/$incident");

interface WhyProps {
  readonly incident: IncidentAnswer;
  readonly reading: string;
}

/** Loads and shows one explanation. */
export function Why({ incident, reading }: WhyProps) {
  const { case: caseId } = route.useParams();
  const { view } = viewOf(route.useSearch());
  const query = questionQuery(view, ["asof", "hold"]);
  const asked = { caseId, incident: incident.id, reading, query };
  const { data, error, isError, refetch } = useQuery(explainQuery(asked));
  if (isError) return <ErrorPanel error={error} retry={() => void refetch()} />;
  const [explanation] = data?.items ?? [];
  if (explanation === undefined) return <Skeleton lines={5} />;
  return (
    <div className={styles.why} data-ready="why">
      <TracePart trace={explanation.trace} incident={incident} />
      <Kept explanation={explanation} />
      <WhyNot explanation={explanation} />
      <Settles explanation={explanation} />
      <Answers reading={explanation.reading} answers={explanation.answers} />
      {explanation.limits.length === 0 ? null : <p lang="en">{explanation.limits.join(" ")}</p>}
    </div>
  );
}

function TracePart({ trace, incident }: { trace: TraceNode; incident: IncidentAnswer }) {
  const { i18n } = useLingui();
  return (
    <section>
      <h4>
        {i18n._(
          "why.trace",
          {},
          { message: "Step by step: what the text asks, what the record holds" },
        )}
      </h4>
      <Trace node={trace} incident={incident} />
    </section>
  );
}

function Kept({ explanation }: { explanation: Explanation }) {
  const { i18n } = useLingui();
  if (explanation.why.length === 0) return null;
  return (
    <section>
      <h4>{i18n._("why.kept", {}, { message: "Enough for this verdict, whatever else is so" })}</h4>
      <ul lang="en">
        {explanation.why.map(({ id, value }) => (
          <li key={id}>
            <InputName id={id} reading={explanation.reading} />: {value}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The text's own words are English. */
function InputName({ id, reading }: { id: string; reading: string }) {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  const instrument = reading.slice(0, reading.indexOf("/"));
  return <b title={id}>{inputName(id, { i18n, names, card, instrument })}</b>;
}

function WhyNot({ explanation }: { explanation: Explanation }) {
  const { i18n } = useLingui();
  const words = useVerdictWords();
  const { whyNot } = explanation;
  return (
    <section>
      <h4>{i18n._("why.not", {}, { message: "What would change it" })}</h4>
      {whyNot.length === 0 ? (
        <p>
          {i18n._(
            "why.not.none",
            {},
            { message: "No change of one or two facts or answers does." },
          )}
        </p>
      ) : (
        <ul>
          {whyNot.map(({ text, verdict }) => (
            <li key={text}>
              <VerdictMark mark={verdict} /> <b>{words.verdict(verdict)}</b>{" "}
              <span lang="en">{text}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Settles({ explanation }: { explanation: Explanation }) {
  const { i18n } = useLingui();
  const some = explanation.settles.filter(({ does }) => does !== "idle");
  if (some.length === 0) return null;
  const doing: Readonly<Record<Settling, string>> = {
    suffices: i18n._("settles.suffices", {}, { message: "settles it, whichever way it comes out" }),
    may: i18n._("settles.may", {}, { message: "may settle it" }),
    needed: i18n._("settles.needed", {}, { message: "is needed, with others" }),
    idle: "",
  };
  return (
    <section>
      <h4>{i18n._("why.settles", {}, { message: "What would settle it" })}</h4>
      <ul>
        {some.map(({ input, does }) => (
          <li key={input.id}>
            <InputName id={input.id} reading={explanation.reading} /> (
            <span lang="en">{input.value}</span>): {doing[does]}
          </li>
        ))}
      </ul>
    </section>
  );
}
