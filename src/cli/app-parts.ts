// What `serve` and `export` need alike: the built app, and cases that can stand beside each other.
import type { Case } from "../case/case.ts";
import { cannot, wrongUsage } from "./stop.ts";

/** The built app. Throws StopError (3) when it is not there. */
export function appAt<Assets>(folder: string, readAssets: (folder: string) => Assets): Assets {
  try {
    return readAssets(folder);
  } catch (cause) {
    throw cannot(
      `the web app is not built (nothing at "${folder}"); \`npm start\` builds it`,
      cause,
    );
  }
}

/** Ids are addresses: two cases of one id cannot be shown together. Throws StopError (2). */
export function refuseTwins(cases: readonly Case[]): void {
  const ids = cases.map(({ settings }) => settings.id);
  const twin = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twin !== undefined)
    throw wrongUsage(`two cases have the id "${twin}"; expected different ids`);
}
