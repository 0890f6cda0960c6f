// A link to another view of this screen; scrolling stays where it is.
import { Link, getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { View } from "../../../src/report/view.ts";
import type { PressKey } from "../../app/keys.ts";
import { searchOf } from "../../app/url.ts";

const route = getRouteApi("/c/$case/situation");

interface SituationLinkProps {
  readonly view: View;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** The view already is so; the link then lets it go. */
  readonly isOn?: boolean;
  /** The single key that presses it (app/keys.ts). */
  readonly shortcut?: PressKey;
}

/** `exact`: else the router marks every link whose keys are among the present ones as the current one. */
export function SituationLink(props: SituationLinkProps) {
  const { view, children, className, isOn = false, shortcut } = props;
  return (
    <Link
      to="/c/$case/situation"
      params={route.useParams()}
      search={searchOf(view)}
      resetScroll={false}
      activeOptions={{ exact: true }}
      className={className}
      aria-current={isOn ? "true" : undefined}
      aria-keyshortcuts={shortcut}
    >
      {children}
    </Link>
  );
}
