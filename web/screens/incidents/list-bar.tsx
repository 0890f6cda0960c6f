// What the list is asked over, always in sight: count, days, what was known, chips to take away, search, columns, data.
import { useLingui } from "@lingui/react";
import { getRouteApi } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import type { FormEvent } from "react";
import { EMPTY_VIEW } from "../../../src/report/view.ts";
import { useCase } from "../../app/case-frame.tsx";
import { DayFields, fieldText, withDays } from "../../parts/day-fields.tsx";
import { TwinLink } from "../../parts/twin-link.tsx";
import { ListChips } from "./chips.tsx";
import type { ListParts } from "./list-parts.ts";
import { ListLink, listSearch, twinQuery } from "./list-link.tsx";
import styles from "./list-bar.module.css";

/** Menus are a third of the screen's code: they come after the rows. */
const ColumnMenu = lazy(() =>
  import("./column-menu.tsx").then((one) => ({ default: one.ColumnMenu })),
);

const route = getRouteApi("/c/$case/incidents");

/** One line; wraps on phones. */
export function ListBar(parts: ListParts) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const { answer, view, list } = parts;
  return (
    <div className={styles.bar}>
      <p role="status" className={styles.count}>
        <b>
          {i18n._(
            "incidents.status",
            { n: answer.coverage.incidents },
            { message: "{n, plural, one {# incident listed} other {# incidents listed}}" },
          )}
        </b>{" "}
        <span data-past={answer.asOf !== null}>
          {answer.asOf === null
            ? i18n._("context.now", {}, { message: "as known now" })
            : i18n._(
                "context.as-of",
                { when: names.instant(answer.asOf) },
                { message: "as known on {when}" },
              )}
        </span>
      </p>
      <ListChips {...parts} />
      <SearchForm key={JSON.stringify([view, list.text])} {...parts} />
      <span className={styles.actions}>
        <Suspense>
          <ColumnMenu view={view} list={list} />
        </Suspense>
        <Twins view={view} list={list} />
        <ListLink
          view={{ ...EMPTY_VIEW, readings: view.readings }}
          list={{ ...list, text: null, selected: null }}
          className={styles.button}
        >
          {i18n._("context.reset", {}, { message: "Reset" })}
        </ListLink>
      </span>
    </div>
  );
}

function SearchForm({ view, list }: Pick<ListParts, "view" | "list">) {
  const { i18n } = useLingui();
  const navigate = route.useNavigate();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const next = withDays(view, form);
    const typed = fieldText(form, "text");
    const text = typed === "" ? null : typed.slice(0, 200);
    void navigate({ search: listSearch(next, { ...list, text }), resetScroll: false });
  };
  return (
    <form className={styles.search} onSubmit={submit} role="search">
      <label>
        {i18n._("list.search", {}, { message: "Search" })}
        <input
          name="text"
          type="search"
          aria-keyshortcuts="/"
          maxLength={200}
          defaultValue={list.text ?? ""}
        />
      </label>
      <DayFields view={view} />
      <button type="submit" className={styles.button}>
        {i18n._("list.show", {}, { message: "Show" })}
      </button>
    </form>
  );
}

function Twins({ view, list }: Pick<ListParts, "view" | "list">) {
  const { i18n } = useLingui();
  const { case: caseId } = route.useParams();
  const query = twinQuery(view, list);
  return (
    <span className={styles.twins}>
      {i18n._("list.data", {}, { message: "Data:" })}{" "}
      {(["csv", "geojson", "json"] as const).map((kind) => (
        <TwinLink key={kind} caseId={caseId} file={`incidents.${kind}`} query={query} />
      ))}
    </span>
  );
}
