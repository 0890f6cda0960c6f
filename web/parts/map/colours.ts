// Our tokens as colours that a canvas understands: the browser works out light or dark, we read what came.
import type { Mark } from "../verdict-mark.tsx";

/** A colour for each token that maps use, as `rgb(...)`. */
export type MapColours = Readonly<
  Record<"land" | "sea" | "control" | "ink" | "ink2" | "bg" | Mark, string>
>;

/** Colours as they are now within `element`. */
export function readColours(element: HTMLElement): MapColours {
  const probe = document.createElement("span");
  probe.hidden = true;
  element.append(probe);
  const read = (name: string): string => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
  const colours: MapColours = {
    land: read("land"),
    sea: read("sea"),
    control: read("control"),
    ink: read("ink"),
    ink2: read("ink2"),
    bg: read("bg"),
    violation: read("violation"),
    "not-covered": read("not-covered"),
    undetermined: read("undetermined"),
    conflict: read("conflict"),
    differ: read("differ"),
  };
  probe.remove();
  return colours;
}

/** Calls back when the theme may have changed, on the page or on the device. Returns how to stop. */
export function onThemeChange(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const device = matchMedia("(prefers-color-scheme: dark)");
  device.addEventListener("change", changed);
  return () => {
    observer.disconnect();
    device.removeEventListener("change", changed);
  };
}
