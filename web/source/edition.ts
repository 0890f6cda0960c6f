// Where the app lies and who answers it: its own server, or the folder of a read-only edition on any plain one (docs/edition.md).

/** The app's script is one folder below the app; a variable, so that the bundler does not take it for a file. */
const UP = "../";
const root = new URL(UP, import.meta.url);
const mark = globalThis.document
  ?.querySelector<HTMLMetaElement>('meta[name="truceline-edition"]')
  ?.getAttribute("content");

/** Path that all addresses of the app begin with: `/`, or `/reports/` below somebody's site. */
export const BASE_PATH = root.pathname;

/** True on a page that `truceline export` wrote: no server answers there. */
export const IS_EDITION = typeof mark === "string";

/** `sha256:...` of the pack that an edition's page answers from; null on a server, and on a page of no case. */
export const EDITION_MARK = mark === undefined || mark === null || mark === "" ? null : mark;

/** The whole address of a path below the app: `c/river/i/inc-1`. Folders of an edition end in a slash. */
export function addressOf(path: string): string {
  return new URL(IS_EDITION ? `${path}/` : path, root).href;
}

/** The whole address of a file below the app: `c/river/pack.json`. */
export function fileAddress(path: string): string {
  return new URL(path, root).href;
}
