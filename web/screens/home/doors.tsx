// The ways into a case, each with one line of what is behind it.
import { useLingui } from "@lingui/react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useCase } from "../../app/case-frame.tsx";
import { screenName } from "../../app/screens.ts";
import type { HomeAnswer } from "../../source/record-source.ts";
import styles from "./case-home.module.css";

/** Equal in size; the order is that of the navigation, and so are their keys. */
export function Doors({ home }: { home: HomeAnswer }) {
  const { i18n } = useLingui();
  const { card } = useCase();
  const { coverage, sources } = home;
  return (
    <nav aria-label={i18n._("home.doors", {}, { message: "Ways in" })} className={styles.doors}>
      <Link
        to="/c/$case/situation"
        params={{ case: card.id }}
        className={styles.door}
        aria-keyshortcuts="1"
      >
        <Door title={screenName(i18n, "/c/$case/situation")}>
          {i18n._(
            "home.door.situation",
            { n: coverage.days },
            {
              message:
                "Map and days: what happened, where, since when, on {n, plural, one {# day} other {# days}} with incidents",
            },
          )}
        </Door>
      </Link>
      <Link
        to="/c/$case/price"
        params={{ case: card.id }}
        className={styles.door}
        aria-keyshortcuts="2"
      >
        <Door title={screenName(i18n, "/c/$case/price")}>
          {i18n._(
            "home.door.price",
            { readings: coverage.readings, texts: coverage.instruments },
            {
              message:
                "{readings, plural, one {# reading} other {# readings}} of {texts, plural, one {# text} other {# texts}}: what each covers, and which words make the difference",
            },
          )}
        </Door>
      </Link>
      <Link
        to="/c/$case/incidents"
        params={{ case: card.id }}
        className={styles.door}
        aria-keyshortcuts="3"
      >
        <Door title={screenName(i18n, "/c/$case/incidents")}>
          {i18n._(
            "home.door.incidents",
            { n: coverage.incidents },
            {
              message:
                "{n, plural, one {# incident} other {# incidents}}: when, where, what, who says so",
            },
          )}
        </Door>
      </Link>
      <a href="#sources" className={styles.door} aria-keyshortcuts="4">
        <Door title={i18n._("sources.title", {}, { message: "Sources" })}>
          {i18n._(
            "home.door.sources",
            { n: sources.length },
            {
              message:
                "{n, plural, one {# publication} other {# publications}} that the record rests on, each with its outlet and side",
            },
          )}
        </Door>
      </a>
    </nav>
  );
}

function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <b>{title}</b>
      <span>{children}</span>
    </>
  );
}
