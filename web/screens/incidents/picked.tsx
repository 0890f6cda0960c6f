// Rows picked by hand: copied as lines to cite, each with its address.
import { useLingui } from "@lingui/react";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { ListedIncident } from "../../../src/report/incident-list.ts";
import { useCase } from "../../app/case-frame.tsx";
import { addressOf } from "../../source/edition.ts";
import styles from "./list-bar.module.css";

const route = getRouteApi("/c/$case/incidents");

interface PickedProps {
  readonly rows: readonly ListedIncident[];
  readonly picked: ReadonlySet<string>;
  readonly clear: () => void;
}

/** Nothing at all when nothing is picked. */
export function Picked({ rows, picked, clear }: PickedProps) {
  const { i18n } = useLingui();
  const { card, names } = useCase();
  const { case: caseId } = route.useParams();
  const [copied, setCopied] = useState<ReadonlySet<string> | null>(null);
  if (picked.size === 0) return null;
  const copy = async () => {
    const lines = rows
      .filter(({ id }) => picked.has(id))
      .map(({ id, day, place }) => {
        const url = addressOf(`c/${caseId}/i/${id}`);
        return `${id}, ${day}, ${names.place(place)}: ${url}`;
      });
    await navigator.clipboard.writeText([card.title, ...lines, card.caveat].join("\n"));
    setCopied(picked);
  };
  return (
    <p className={styles.picked}>
      {i18n._(
        "list.picked",
        { n: picked.size },
        { message: "{n, plural, one {# incident picked} other {# incidents picked}}" },
      )}{" "}
      <button type="button" className={styles.button} onClick={() => void copy()}>
        <span aria-live="polite">
          {copied === picked
            ? i18n._("cite.copied", {}, { message: "Citation copied" })
            : i18n._("cite.copy", {}, { message: "Cite" })}
        </span>
      </button>{" "}
      <button type="button" className={styles.button} onClick={clear}>
        {i18n._("list.picked.clear", {}, { message: "Pick none" })}
      </button>
    </p>
  );
}
