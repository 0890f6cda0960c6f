// Which cases are served here: shown only where there is more than one, or none.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { casesQuery } from "../../source/queries.ts";
import styles from "./home.module.css";

/** The list of cases, by title. */
export function CaseList() {
  const { i18n } = useLingui();
  const { data, error, isError, refetch } = useQuery(casesQuery);
  if (isError) return <ErrorPanel error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={4} />;
  return (
    <section className={styles.page} data-ready="cases">
      <h1>{i18n._("cases.title", {}, { message: "Cases" })}</h1>
      {data.length === 0 ? (
        <p>
          {i18n._(
            "cases.none",
            {},
            { message: "No case is served here. Start with: truceline serve CASE" },
          )}
        </p>
      ) : (
        <ul>
          {data.map(({ id, title, home }) => (
            <li key={id}>
              <a href={home}>{title}</a> <span className="mono">{id}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
