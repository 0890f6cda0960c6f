// How far the record goes: counts as the record has them, and beside them what is not counted.
import { useLingui } from "@lingui/react";
import type { ReactNode } from "react";
import { useCase } from "../../app/case-frame.tsx";
import type { HomeAnswer } from "../../source/record-source.ts";
import { sideName } from "../../parts/side-name.ts";
import styles from "./case-home.module.css";

/** A list of terms and figures; each figure has its unit. */
export function Coverage({ home }: { home: HomeAnswer }) {
  const { i18n } = useLingui();
  const { names } = useCase();
  const { coverage, sourcesBySide } = home;
  const sides = sourcesBySide
    .map(({ side, sources }) => ({ name: sideName(i18n, names, side), sources }))
    .sort((a, b) => names.compare(a.name, b.name));
  return (
    <dl className={styles.facts}>
      <Fact term={i18n._("home.days", {}, { message: "Days" })}>
        {coverage.firstDay === null || coverage.lastDay === null
          ? i18n._("context.empty", {}, { message: "no incident on record" })
          : i18n._(
              "home.days.text",
              {
                from: names.day(coverage.firstDay),
                to: names.day(coverage.lastDay),
                days: coverage.days,
              },
              {
                message:
                  "{from} to {to}; {days, plural, one {# day} other {# days}} with an incident. A day without one is a day without a report here.",
              },
            )}
      </Fact>
      <Fact term={i18n._("home.incidents", {}, { message: "Incidents" })}>
        {i18n._(
          "home.incidents.text",
          { n: coverage.incidents, aggregates: coverage.aggregates },
          {
            message:
              "{n, plural, one {# incident} other {# incidents}} counted; {aggregates, plural, one {# whole-night total is} other {# whole-night totals are}} listed and in no figure",
          },
        )}
      </Fact>
      <Fact term={i18n._("home.points", {}, { message: "Without a point" })}>
        {i18n._(
          "home.points.text",
          { area: coverage.withoutPoint.areaOnly, none: coverage.withoutPoint.noPlace },
          {
            message:
              "{area, plural, one {# incident has} other {# incidents have}} an area only, {none, plural, one {# has} other {# have}} no place",
          },
        )}
      </Fact>
      <Fact term={i18n._("home.sides", {}, { message: "Sources by side of the outlet" })}>
        {sides.map(({ name, sources }) => `${name}: ${names.number(sources)}`).join("; ")}.{" "}
        {i18n._(
          "home.sides.undated",
          { n: coverage.undatedSources },
          {
            message:
              "{n, plural, one {The day of # publication is} other {The days of # publications are}} not known.",
          },
        )}
      </Fact>
      <Fact term={i18n._("home.talks", {}, { message: "Texts and talks" })}>
        {i18n._(
          "home.talks.text",
          {
            texts: coverage.instruments,
            readings: coverage.readings,
            statements: coverage.statements,
            meetings: coverage.meetings,
          },
          {
            message:
              "{texts, plural, one {# text} other {# texts}} with {readings, plural, one {# reading} other {# readings}}, {statements, plural, one {# statement} other {# statements}}, {meetings, plural, one {# meeting} other {# meetings}}",
          },
        )}
      </Fact>
    </dl>
  );
}

/** One term with what is said of it. */
export function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
