// What the case says of boundaries and why, whose outlines it uses under which licence, and the head of its record.
import { useLingui } from "@lingui/react";
import { useCase } from "../../app/case-frame.tsx";
import type { HomeAnswer } from "../../source/record-source.ts";
import { Fact } from "./coverage.tsx";
import { ObjectLists } from "./object-lists.tsx";
import styles from "./case-home.module.css";

/** The case's own words stay in its language. */
export function Boundaries({ home }: { home: HomeAnswer }) {
  const { i18n } = useLingui();
  const { card } = useCase();
  const { policy, why } = card.boundaryPolicy;
  const policies: Readonly<Record<typeof policy, string>> = {
    none: i18n._("boundary.none", {}, { message: "no boundary is drawn" }),
    recognised: i18n._("boundary.recognised", {}, { message: "as internationally recognised" }),
    claims: i18n._("boundary.claims", {}, { message: "every claimed line, all drawn alike" }),
  };
  return (
    <section aria-labelledby="rests">
      <h2 id="rests">{i18n._("home.rests", {}, { message: "What it rests on" })}</h2>
      <dl className={styles.facts}>
        <Fact term={i18n._("footer.boundaries", {}, { message: "Boundaries" })}>
          {policies[policy]}. <span lang="en">{why}</span>
        </Fact>
        <Fact term={i18n._("footer.head", {}, { message: "Record head" })}>
          {home.logHead.size === 0 ? (
            i18n._(
              "footer.head.none",
              {},
              { message: "none: the record is kept in files, without a log" },
            )
          ) : (
            <span className="mono">
              {home.logHead.size} {home.logHead.root}
            </span>
          )}
        </Fact>
        <Fact term={i18n._("home.licences", {}, { message: "Outlines and their licences" })}>
          {home.licences.length === 0 ? (
            i18n._("home.licences.none", {}, { message: "this case has no outlines" })
          ) : (
            <ul lang="en">
              {home.licences.map(({ licence, outlines, sources }) => (
                <li key={licence}>
                  <details>
                    <summary>
                      {licence} ({outlines})
                    </summary>
                    {sources.join("; ")}
                  </details>
                </li>
              ))}
            </ul>
          )}
        </Fact>
        <Fact term={i18n._("home.lists", {}, { message: "Lists of objects" })}>
          <ObjectLists lists={home.lists} />
        </Fact>
        <Fact term={i18n._("home.licence-text", {}, { message: "Texts and sources" })}>
          {i18n._(
            "footer.licence",
            {},
            {
              message:
                "Truceline is free software under Apache-2.0. Sources keep their own licences; disputed words are quoted, everything else is said in our own words.",
            },
          )}
        </Fact>
      </dl>
    </section>
  );
}
