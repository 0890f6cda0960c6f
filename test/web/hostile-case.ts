// A case in which every text that a stranger could have written is an attack: markup, script, bidi marks, template syntax, great length.
import type { Case } from "../../src/case/case.ts";

/** What each text becomes. The mark that turns writing round is left unclosed on purpose. */
export const ATTACK =
  `"><img src=x onerror="window.hostile=1"><script>window.hostile=2</script>` +
  "{{7*7}} ${7*7} <%= 7*7 %> {n, plural, one {#}} \u2067\u202Eevil";
/** One word of 10,000 characters. */
export const LONG = "x".repeat(10_000);

/** Names under which people's words stand; where one name serves twice (`source`), the one before it decides. */
const TEXTS = new Set(
  (
    "admin1 asks basis caveat chain country effects en feature gist keyWords label leftOut licence listedBy means name names note object " +
    "objects.source outcome outlet period place quote role ru says speaker spellings stance text title uk unit url what why zones.source " +
    "statements.to instrument.flags"
  ).split(" "),
);
/** Names of ids, days, hashes and closed choices: parsers let nothing else through. */
const IDS = new Set(
  (
    "about act actor acts after agenda asOf at attribution by cause clauses claims dataset dated day disputes effect either event expect file " +
    "first flags for form format from function hold holder id incoming instrument is issue issues key kind kinds last leaves level " +
    "mediators notAfter notBefore of ofParty others outletSide outside party parties participants.role path policy predicate " +
    "proposedBy published question readings reasons regions reported root said sha256 side since sort source sources stanceKey status " +
    "subject take target timeZones to track tzdata unrecorded until value verdict version visibility wall when zone " +
    "zone.names"
  ).split(" "),
);

/** `theCase` with `attack` in place of every text, and a script as every address. Ids stay, so that it still hangs together. */
export function hostile(theCase: Case, attack: string): Case {
  return rewrite(theCase, [], (text, name) => {
    if (!TEXTS.has(name)) return text;
    return name === "url" ? "javascript:window.hostile=3" : attack;
  }) as Case;
}

/** Names of strings of `theCase` that are in neither list: somebody must say which they are. */
export function unsorted(theCase: Case): readonly string[] {
  const found = new Set<string>();
  rewrite(theCase, [], (text, name) => {
    if (!TEXTS.has(name) && !IDS.has(name)) found.add(name);
    return text;
  });
  return [...found].sort();
}

type Path = readonly string[];

/** A copy with every string passed through `change`, with the name it stands under; items of lists and maps stand under the list's. */
function rewrite(value: unknown, path: Path, change: (text: string, name: string) => string) {
  const inner = (one: unknown, below: Path = path): unknown => rewrite(one, below, change);
  if (typeof value === "string") return change(value, nameOf(path));
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, inner(one)]));
  if (Array.isArray(value)) return value.map((one) => inner(one));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, inner(one, [...path, key])]);
  return Object.fromEntries(entries);
}

/** The last name, with the one before it where that decides. */
function nameOf(path: Path): string {
  const both = path.slice(-2).join(".");
  return TEXTS.has(both) || IDS.has(both) ? both : (path.at(-1) ?? "");
}
