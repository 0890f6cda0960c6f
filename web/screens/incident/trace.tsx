// The judge's steps as a tree that opens: clause, atom, what was asked, what was found, who says so.
import { useLingui } from "@lingui/react";
import { useState } from "react";
import type { TraceNode, Truth } from "../../../src/assess/verdict.ts";
import type { IncidentAnswer } from "../../source/record-source.ts";
import styles from "./why.module.css";

interface TraceProps {
  readonly node: TraceNode;
  readonly incident: IncidentAnswer;
}

/** All steps are open at first; a step with others below it can be closed. */
export function Trace({ node, incident }: TraceProps) {
  const { i18n } = useLingui();
  const [isOpen, setOpen] = useState(true);
  const hasChildren = node.children.length > 0;
  return (
    <div className={styles.node}>
      <div className={styles.row}>
        {hasChildren ? (
          <button
            type="button"
            className={styles.turn}
            aria-expanded={isOpen}
            aria-label={i18n._("trace.steps", { rule: node.rule }, { message: "Steps of {rule}" })}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? "▾" : "▸"}
          </button>
        ) : null}
        <Step node={node} incident={incident} />
      </div>
      {hasChildren ? (
        <ul hidden={!isOpen}>
          {node.children.map((child, index) => (
            <li key={`${child.rule} ${index}`}>
              <Trace node={child} incident={incident} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Step({ node, incident }: TraceProps) {
  const { i18n } = useLingui();
  const truths: Readonly<Record<Truth, string>> = {
    true: i18n._("truth.true", {}, { message: "yes" }),
    false: i18n._("truth.false", {}, { message: "no" }),
    unknown: i18n._("truth.unknown", {}, { message: "open" }),
  };
  return (
    <span className={styles.step} data-truth={node.value}>
      <b className={styles.truth}>{truths[node.value]}</b>
      <code>{node.rule}</code>
      <span lang="en">
        {node.quote === null ? null : <q className={styles.quote}>{node.quote}</q>} {node.asked}
        {node.found === "" ? null : <span className={styles.found}> {node.found}</span>}
      </span>
      <Held claims={node.claims} incident={incident} />
    </span>
  );
}

/** Sources behind a step, as links to the list below. */
function Held({ claims, incident }: { claims: readonly string[]; incident: IncidentAnswer }) {
  const sources = new Set(claims.flatMap((id) => sourceOf(id, incident)));
  if (sources.size === 0) return null;
  return (
    <span className={styles.sources}>
      {[...sources].map((id) => (
        <a key={id} href={`#${id}`}>
          {id}
        </a>
      ))}
    </span>
  );
}

function sourceOf(id: string, incident: IncidentAnswer): readonly string[] {
  if (incident.sources.some((source) => source.id === id)) return [id];
  const claims = [...incident.claims, ...incident.casualties, ...incident.measures];
  return claims.filter((claim) => claim.id === id).map((claim) => claim.source);
}
