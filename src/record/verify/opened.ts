// What a record shows everybody, beside its leaves: salt and value of each public field, 256 entries a file, so that anyone computes the
// commitments again. The format is `truceline/opened/1`; entry bundles of tlog-tiles hold leaves only.
import type { CanonicalValue } from "../../model/canonical.ts";
import { fromBase64Url, toBase64Url } from "../bytes/base64.ts";
import { canonicalBytes, parseCanonical } from "../bytes/canonical-bytes.ts";
import { commit, SALT_BYTES } from "../bytes/commitment.ts";
import type { Opening, Sha256 } from "../bytes/commitment.ts";
import { parseLeaf } from "../bytes/leaf.ts";
import type { Openings } from "../kinds/commit-entry.ts";
import { isList, isMap, isText } from "../kinds/value.ts";
import { faulty, problem, sound } from "../problem.ts";
import type { Checked, RecordProblem } from "../problem.ts";
import { TILE_WIDTH } from "../tree/tile.ts";

export const OPENED_FORMAT = "truceline/opened/1";

/** `opened/000` to `opened/999`, then `opened/1000`: by the number of the entry bundle, in one folder whatever the size. */
export function openedPath(bundle: number): string {
  return `opened/${String(bundle).padStart(3, "0")}`;
}

/** The bundle of such a path; null for any other, also for a number that is spelled otherwise. */
export function parseOpenedPath(path: string): number | null {
  const [, digits] = /^opened\/(\d{3,10})$/.exec(path) ?? [];
  const bundle = Number(digits ?? NaN);
  return openedPath(bundle) === path ? bundle : null;
}

/** One file: of each entry its name -> [salt in base64url, value]. */
export function openedBytes(entries: readonly Openings[]): Uint8Array {
  const lines = entries.map((openings): CanonicalValue =>
    Object.fromEntries(
      Object.entries(openings).map(([name, { salt, value }]) => [name, [toBase64Url(salt), value]]),
    ),
  );
  return canonicalBytes({ format: OPENED_FORMAT, entries: lines });
}

/** Reads a file back; `bad-bytes` for anything that `openedBytes` would not have printed. */
export function parseOpened(bytes: Uint8Array, at: string): Checked<readonly Openings[]> {
  const { value, problems } = parseCanonical(bytes, at);
  if (problems.length > 0) return faulty(...problems);
  if (!isMap(value) || value["format"] !== OPENED_FORMAT || !isList(value["entries"]))
    return faulty(problem("bad-bytes", "no opened values", at));
  const read = value["entries"].map(openingsOf);
  const whole = read.filter((one) => one !== null);
  return whole.length === read.length
    ? sound(whole)
    : faulty(problem("bad-bytes", "an opened value is not a salt and a value", at));
}

function openingsOf(value: CanonicalValue): Openings | null {
  if (!isMap(value)) return null;
  const read = Object.entries(value).map(([name, one]) => [name, openingOf(one)] as const);
  const whole = read.flatMap(([name, one]) => (one === null ? [] : [[name, one] as const]));
  return whole.length === read.length ? Object.fromEntries(whole) : null;
}

function openingOf(value: CanonicalValue): Opening | null {
  const [salt, opened] = isList(value) ? value : [];
  const bytes = isText(salt) ? fromBase64Url(salt) : null;
  return bytes?.length === SALT_BYTES && opened !== undefined
    ? { salt: bytes, value: opened }
    : null;
}

/** What does not fit: each opened value against the commitment of its leaf; `first` is the index of the first leaf. */
export function checkOpened(
  sha256: Sha256,
  {
    leaves,
    opened,
    first,
  }: {
    readonly leaves: readonly Uint8Array[];
    readonly opened: readonly Openings[];
    readonly first: number;
  },
): { readonly checked: number; readonly problems: readonly RecordProblem[] } {
  if (opened.length !== leaves.length) {
    const message = `${leaves.length} entries, and opened values of ${opened.length}`;
    return {
      checked: 0,
      problems: [problem("root-mismatch", message, openedPath(first / TILE_WIDTH))],
    };
  }
  const found = leaves.map((bytes, i) =>
    checkEntry(sha256, { bytes, openings: opened[i] ?? {}, index: first + i }),
  );
  return {
    checked: found.reduce((sum, { checked }) => sum + checked, 0),
    problems: found.flatMap(({ problems }) => problems),
  };
}

function checkEntry(
  sha256: Sha256,
  {
    bytes,
    openings,
    index,
  }: {
    readonly bytes: Uint8Array;
    readonly openings: Openings;
    readonly index: number;
  },
): { readonly checked: number; readonly problems: readonly RecordProblem[] } {
  const at = `entry ${index}`;
  const leaf = parseLeaf(bytes, at);
  if (leaf.value === null) return { checked: 0, problems: leaf.problems };
  const { fields } = leaf.value;
  const names = Object.keys(openings);
  const wrong = names.filter((name) => {
    const one = openings[name];
    return one === undefined || fields[name] !== commit(sha256, one);
  });
  const problems = wrong.map((name) =>
    problem("root-mismatch", `the value of "${name}" is not the one that was recorded`, at),
  );
  return { checked: names.length, problems };
}
