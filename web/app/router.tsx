// Addresses and their screens. A screen's whole state is in its address.
import { createRootRoute, createRoute, createRouter, redirect } from "@tanstack/react-router";
import { EMPTY_VIEW } from "../../src/report/view.ts";
import { CaseList } from "../screens/home/case-list.tsx";
import { NotFound } from "../screens/home/not-found.tsx";
import { CaseFrame } from "./case-frame.tsx";
import { Shell } from "./shell.tsx";
import { parseSearch, printSearch, searchOf } from "./url.ts";
import type { RawSearch } from "./url.ts";
import { lazyRouteComponent } from "@tanstack/react-router";

const rawSearch = (search: Record<string, unknown>): RawSearch =>
  parseSearch(printSearch(search).slice(1));

const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  component: CaseList,
});

const caseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/c/$case",
  component: CaseFrame,
});

const caseHomeRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/c/$case/price", params, search: searchOf(EMPTY_VIEW) });
  },
});

export const priceRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/price",
  validateSearch: rawSearch,
  component: lazyRouteComponent(() => import("../screens/price/price-screen.tsx"), "PriceScreen"),
});

export const incidentRoute = createRoute({
  getParentRoute: () => caseRoute,
  path: "/i/$incident",
  validateSearch: rawSearch,
  component: lazyRouteComponent(
    () => import("../screens/incident/incident-screen.tsx"),
    "IncidentScreen",
  ),
});

const routeTree = rootRoute.addChildren([
  homeRoute,
  caseRoute.addChildren([caseHomeRoute, priceRoute, incidentRoute]),
]);

/** The app's router; hovering a link loads its screen. */
export function createAppRouter() {
  return createRouter({
    routeTree,
    parseSearch,
    stringifySearch: printSearch,
    defaultPreload: "intent",
    scrollRestoration: true,
  });
}

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
