// Two wordings compared: two readings, two answers to one question, or this text and another; by word and by situation.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link, getRouteApi } from "@tanstack/react-router";
import { useCase } from "../../app/case-frame.tsx";
import { printSearch } from "../../app/url.ts";
import { ErrorPanel } from "../../parts/error-panel.tsx";
import { Skeleton } from "../../parts/skeleton.tsx";
import { TwinLink } from "../../parts/twin-link.tsx";
import { diffQuery } from "../../source/queries.ts";
import type { TextAnswer } from "../../source/record-source.ts";
import { ChangeKeys } from "./change-keys.tsx";
import { DiffMeaning } from "./diff-meaning.tsx";
import { DiffWords } from "./diff-words.tsx";
import { priceSearch } from "./price-search.ts";
import { SideChoice } from "./side-choice.tsx";
import { useSideGroups } from "./side-groups.ts";
import styles from "./compare.module.css";

const route = getRouteApi("/c/$case/terms/$instrument");

/** What is compared is in the address (`a`, `b`); nothing is chosen beforehand. */
export function Compare({ text }: { text: TextAnswer }) {
  const { i18n } = useLingui();
  const { a = "", b = "" } = route.useSearch();
  const navigate = route.useNavigate();
  const groups = useSideGroups(text);
  const choose = (key: "a" | "b") => (name: string) =>
    void navigate({ search: { a, b, [key]: name }, resetScroll: false });
  return (
    <section aria-labelledby="compare" className={styles.section}>
      <h2 id="compare">{i18n._("diff.title", {}, { message: "Compare two wordings" })}</h2>
      <p className={styles.quiet}>
        {i18n._(
          "diff.lead",
          {},
          {
            message:
              "By word, and by situation whether or not it is on record. A text may have several dated versions.",
          },
        )}
      </p>
      <div className={styles.choices}>
        <SideChoice
          label={i18n._("diff.first", {}, { message: "First" })}
          value={a}
          groups={groups}
          choose={choose("a")}
        />
        <SideChoice
          label={i18n._("diff.second", {}, { message: "Second" })}
          value={b}
          groups={groups}
          choose={choose("b")}
        />
      </div>
      {a === "" || b === "" ? null : <Compared a={a} b={b} />}
    </section>
  );
}

function Compared({ a, b }: { a: string; b: string }) {
  const { i18n } = useLingui();
  const { card } = useCase();
  const query = printSearch({ a, b });
  const { data, error, isError, isPlaceholderData, refetch } = useQuery(diffQuery(card.id, query));
  if (isError) return <ErrorPanel error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Skeleton lines={8} />;
  const search = priceSearch(a, b);
  return (
    <div
      className={styles.compared}
      data-waiting={isPlaceholderData}
      data-compared={isPlaceholderData ? undefined : `${a} ${b}`}
    >
      <p className={styles.ways}>
        <ChangeKeys />
        {search === null ? null : (
          <Link to="/c/$case/price" params={{ case: card.id }} search={search}>
            {i18n._("diff.to-price", {}, { message: "What the difference comes to on record" })}
          </Link>
        )}
        <TwinLink caseId={card.id} file="diff.json" query={query} of={`${a}, ${b}`} />
      </p>
      <DiffWords diff={data} />
      <DiffMeaning diff={data} />
    </div>
  );
}
