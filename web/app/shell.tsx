// The frame of every page: skip link, name, case, screens that exist, taste, the screen, the footer.
import { useLingui } from "@lingui/react";
import { useQuery } from "@tanstack/react-query";
import { Link, Outlet, useParams, useSearch } from "@tanstack/react-router";
import { Suspense, lazy, useState } from "react";
import { caseQuery } from "../source/queries.ts";
import { KeyButtons } from "./key-buttons.tsx";
import { KeyDialogs } from "./key-dialogs.tsx";
import type { ShownDialog } from "./key-dialogs.tsx";
import { TasteControls } from "./taste-controls.tsx";
import { searchOf, unnarrowed, viewOf } from "./url.ts";
import type { RawSearch } from "./url.ts";
import styles from "./shell.module.css";

// Below every screen: what is above it need not wait for it.
const Footer = lazy(() => import("./footer.tsx").then((one) => ({ default: one.Footer })));

/** The root component. */
export function Shell() {
  const { i18n } = useLingui();
  const { case: caseId } = useParams({ strict: false });
  const [dialog, setDialog] = useState<ShownDialog>(null);
  const raw: RawSearch = useSearch({ strict: false });
  const { data: card } = useQuery({ ...caseQuery(caseId ?? ""), enabled: caseId !== undefined });
  return (
    <>
      <a className={styles.skip} href="#screen">
        {i18n._("shell.skip", {}, { message: "To the content" })}
      </a>
      <header className={styles.header}>
        <Link to="/" className={styles.brand}>
          Truceline
        </Link>
        {card === undefined ? null : (
          <Link
            to="/c/$case"
            params={{ case: card.id }}
            activeOptions={{ exact: true }}
            activeProps={{ "aria-current": "page" }}
            className={styles.case}
          >
            {card.title}
          </Link>
        )}
        {caseId === undefined ? null : (
          <nav
            aria-label={i18n._("shell.screens", {}, { message: "Screens" })}
            className={styles.nav}
          >
            <Link
              to="/c/$case/situation"
              params={{ case: caseId }}
              search={searchOf({ ...unnarrowed(viewOf(raw).view), sort: null, unit: null })}
              activeOptions={{ includeSearch: false }}
              activeProps={{ "aria-current": "page" }}
            >
              {i18n._("screen.situation", {}, { message: "Situation" })}
            </Link>
            <Link
              to="/c/$case/price"
              params={{ case: caseId }}
              search={searchOf(unnarrowed(viewOf(raw).view))}
              activeOptions={{ includeSearch: false }}
              activeProps={{ "aria-current": "page" }}
            >
              {i18n._("screen.price", {}, { message: "Price of a word" })}
            </Link>
            <Link
              to="/c/$case/incidents"
              params={{ case: caseId }}
              search={searchOf({ ...unnarrowed(viewOf(raw).view), sort: null })}
              activeOptions={{ includeSearch: false }}
              activeProps={{ "aria-current": "page" }}
            >
              {i18n._("screen.incidents", {}, { message: "Incidents" })}
            </Link>
            <Link
              to="/c/$case/terms"
              params={{ case: caseId }}
              activeOptions={{ includeSearch: false }}
              activeProps={{ "aria-current": "page" }}
            >
              {i18n._("screen.terms", {}, { message: "Terms" })}
            </Link>
            <Link
              to="/c/$case/record"
              params={{ case: caseId }}
              activeOptions={{ includeSearch: false }}
              activeProps={{ "aria-current": "page" }}
            >
              {i18n._("screen.record", {}, { message: "Record" })}
            </Link>
          </nav>
        )}
        <TasteControls>
          <KeyButtons caseId={card?.id ?? null} show={setDialog} />
        </TasteControls>
      </header>
      <main id="screen" tabIndex={-1} className={styles.main}>
        <Outlet />
      </main>
      <Suspense>
        <Footer card={card ?? null} />
      </Suspense>
      <KeyDialogs caseId={card?.id ?? null} shown={dialog} show={setDialog} />
    </>
  );
}
