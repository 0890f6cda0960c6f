// A link to another view of the list: narrower, wider, sorted otherwise. Scrolling stays where it is.
import { Link, getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { LIST_QUERY_KEYS, printListView } from "../../../src/report/list-view.ts";
import type { ListView } from "../../../src/report/list-view.ts";
import type { View } from "../../../src/report/view.ts";
import { printSearch } from "../../app/url.ts";

const route = getRouteApi("/c/$case/incidents");

interface ListLinkProps {
  readonly view: View;
  readonly list: ListView;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** The list already is so; the link then lets it go. */
  readonly isOn?: boolean;
}

/** `exact`: else the router marks every link whose keys are among the present ones as the current one. */
export function ListLink({ view, list, children, className, isOn = false }: ListLinkProps) {
  return (
    <Link
      to="/c/$case/incidents"
      params={route.useParams()}
      search={listSearch(view, list)}
      resetScroll={false}
      activeOptions={{ exact: true }}
      className={className}
      aria-current={isOn ? "true" : undefined}
    >
      {children}
    </Link>
  );
}

/** The list's address as raw pairs. */
export function listSearch(view: View, list: ListView): Readonly<Record<string, string>> {
  return Object.fromEntries(printListView(view, list));
}

/** What the server is asked: order, columns and preview are the screen's own. */
export function listQuery(view: View, list: ListView): string {
  return printed(view, list, (key) => key !== "sort" && isAsked(key));
}

/** The query of the data twins: the same incidents in the same order. */
export function twinQuery(view: View, list: ListView): string {
  return printed(view, list, isAsked);
}

function isAsked(key: string): boolean {
  return LIST_QUERY_KEYS.some((one) => one === key);
}

function printed(view: View, list: ListView, isWanted: (key: string) => boolean): string {
  return printSearch(
    Object.fromEntries(printListView(view, list).filter(([key]) => isWanted(key))),
  );
}
