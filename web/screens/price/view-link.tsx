// A link to another view of this screen: narrower, wider, or let go. Pressed ones say so; scrolling stays where it is.
import { Link, getRouteApi } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { View } from "../../../src/report/view.ts";
import type { PressKey } from "../../app/keys.ts";
import { searchOf } from "../../app/url.ts";

const route = getRouteApi("/c/$case/price");

interface ViewLinkProps {
  readonly view: View;
  readonly children: ReactNode;
  readonly className?: string | undefined;
  /** The view already is so; the link then lets it go. */
  readonly isOn?: boolean;
  readonly onPress?: (() => void) | undefined;
  /** The single key that presses it (app/keys.ts). */
  readonly shortcut?: PressKey;
}

/** `exact`: else the router marks every link whose keys are among the present ones as the current one. */
export function ViewLink(props: ViewLinkProps) {
  const { view, children, className, isOn = false, onPress, shortcut } = props;
  return (
    <Link
      to="/c/$case/price"
      params={route.useParams()}
      search={searchOf(view)}
      resetScroll={false}
      activeOptions={{ exact: true }}
      className={className}
      onClick={onPress}
      aria-current={isOn ? "true" : undefined}
      aria-keyshortcuts={shortcut}
    >
      {children}
    </Link>
  );
}
