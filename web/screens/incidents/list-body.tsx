// The list itself: rows on demand, a row in preview, rows picked to copy, whole-night totals apart, and what to do when none is left.
import { useLingui } from "@lingui/react";
import { getRouteApi } from "@tanstack/react-router";
import { useState } from "react";
import type { ListedIncident } from "../../../src/report/incident-list.ts";
import { useChips } from "./chips.tsx";
import { useCase } from "../../app/case-frame.tsx";
import type { ListParts } from "./list-parts.ts";
import { KeysHelp } from "./keys-help.tsx";
import { ListLink, listSearch } from "./list-link.tsx";
import { Picked } from "./picked.tsx";
import { Preview } from "./preview.tsx";
import { PlainTable, VirtualTable } from "./table.tsx";
import { useListKeys } from "./use-list-keys.ts";
import styles from "./incidents.module.css";

const route = getRouteApi("/c/$case/incidents");

/** `rows` in the order shown. */
export function ListBody({ rows, ...parts }: ListParts & { rows: readonly ListedIncident[] }) {
  const { i18n } = useLingui();
  const { view, list } = parts;
  const navigate = route.useNavigate();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const counted = rows.filter(({ aggregate }) => !aggregate);
  const aggregates = rows.filter(({ aggregate }) => aggregate);
  const select = (id: string | null) => {
    const next = listSearch(view, { ...list, selected: id });
    void navigate({ search: next, replace: true, resetScroll: false });
  };
  const pick = (id: string) =>
    setPicked((before) =>
      before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
    );
  const cursor = useListKeys({ rows: counted, selected: list.selected, select, pick });
  const shown = rows.find(({ id }) => id === list.selected);
  const table = { ...parts, picked, pick, select };
  return (
    <div className={styles.body} data-preview={shown !== undefined}>
      <section aria-labelledby="listed" className={styles.listed}>
        <h2 id="listed" className="visually-hidden">
          {i18n._("screen.incidents", {}, { message: "Incidents" })}
        </h2>
        <KeysHelp />
        <Picked rows={rows} picked={picked} clear={() => setPicked(new Set())} />
        {counted.length === 0 ? (
          <Nothing {...parts} />
        ) : (
          <VirtualTable {...table} rows={counted} cursor={cursor} />
        )}
        {aggregates.length === 0 ? null : (
          <>
            <h2 className={styles.apart}>
              {i18n._(
                "list.aggregates",
                { n: aggregates.length },
                {
                  message:
                    "{n, plural, one {# whole-night total} other {# whole-night totals}}: judged and listed, in no count",
                },
              )}
            </h2>
            <PlainTable {...table} rows={aggregates} />
          </>
        )}
      </section>
      {shown === undefined ? null : (
        <Preview row={shown} readings={parts.readings} view={view} close={() => select(null)} />
      )}
    </div>
  );
}

/** Why nothing is left, and which choice gives most when it is taken away. */
function Nothing(parts: ListParts) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const chips = useChips(parts);
  return (
    <div className={styles.nothing}>
      <p>
        {i18n._(
          "incidents.none",
          {},
          { message: "0 recorded incidents are left. Take away one of the choices above." },
        )}
      </p>
      <ul>
        {parts.answer.without.flatMap(({ name, incidents }) =>
          chips
            .filter((chip) => chip.name === name)
            .map((chip) => (
              <li key={name}>
                <ListLink view={chip.view} list={chip.list}>
                  {i18n._(
                    "list.without",
                    { choice: chip.text, n: names.number(incidents) },
                    { message: "without {choice}: {n}" },
                  )}
                </ListLink>
              </li>
            )),
        )}
      </ul>
    </div>
  );
}
