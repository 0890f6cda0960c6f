// Addresses and their screens. A screen's whole state is in its address.
import { createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { NotFound } from "../screens/home/not-found.tsx";
import { BASE_PATH, IS_EDITION } from "../source/edition.ts";
import { withWords } from "../words/languages.ts";
import { CaseFrame } from "./case-frame.tsx";
import { Shell } from "./shell.tsx";
import { parseSearch, printSearch } from "./url.ts";
import type { RawSearch } from "./url.ts";
import { lazyRouteComponent } from "@tanstack/react-router";

const rawSearch = (search: Record<string, unknown>): RawSearch =>
  parseSearch(printSearch(search).slice(1));

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  component: lazyRouteComponent(() => import("../screens/home/case-list.tsx"), "CaseList"),
});

const caseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/c/$case",
  component: CaseFrame,
});

const caseHomeRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/",
  component: lazyRouteComponent(() => import("../screens/home/case-home.tsx"), "CaseHome"),
});

export const situationRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/situation",
  validateSearch: rawSearch,
  component: lazyRouteComponent(
    withWords("situation", () => import("../screens/situation/situation-screen.tsx")),
    "SituationScreen",
  ),
});

export const priceRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/price",
  validateSearch: rawSearch,
  component: lazyRouteComponent(
    withWords("price", () => import("../screens/price/price-screen.tsx")),
    "PriceScreen",
  ),
});

export const incidentsRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/incidents",
  validateSearch: rawSearch,
  component: lazyRouteComponent(
    withWords("incidents", () => import("../screens/incidents/incidents-screen.tsx")),
    "IncidentsScreen",
  ),
});

export const incidentRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/i/$incident",
  validateSearch: rawSearch,
  component: lazyRouteComponent(
    withWords("incident", () => import("../screens/incident/incident-screen.tsx")),
    "IncidentScreen",
  ),
});

export const labRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/lab",
  validateSearch: rawSearch,
  component: lazyRouteComponent(
    withWords("texts", () => import("../screens/lab/lab-screen.tsx")),
    "LabScreen",
  ),
});

const recordRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/record",
  validateSearch: rawSearch,
  component: lazyRouteComponent(
    withWords("record", () => import("../screens/record/record-screen.tsx")),
    "RecordScreen",
  ),
});

const reviewRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/review",
  validateSearch: rawSearch,
  component: lazyRouteComponent(
    withWords("record", () => import("../screens/review/review-screen.tsx")),
    "ReviewScreen",
  ),
});

const termsRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/terms",
  component: lazyRouteComponent(
    withWords("texts", () => import("../screens/terms/terms-list.tsx")),
    "TermsList",
  ),
});

const textRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/terms/$instrument",
  validateSearch: rawSearch,
  component: lazyRouteComponent(
    withWords("texts", () => import("../screens/terms/text-screen.tsx")),
    "TextScreen",
  ),
});

const routeTree = rootRoute.addChildren([
  homeRoute,
  caseRoute.addChildren([
    caseHomeRoute,
    situationRoute,
    priceRoute,
    incidentsRoute,
    incidentRoute,
    termsRoute,
    textRoute,
    labRoute,
    recordRoute,
    reviewRoute,
  ]),
]);

/** The app's router; hovering a link loads its screen. */
export function createAppRouter() {
  return createRouter({
    routeTree,
    parseSearch,
    stringifySearch: printSearch,
    defaultPreload: "intent",
    scrollRestoration: true,
    basepath: BASE_PATH,
    // A plain server answers a folder's address with its index.html only when it ends in a slash.
    trailingSlash: IS_EDITION ? "always" : "never",
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
