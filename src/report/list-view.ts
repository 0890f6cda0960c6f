// What a list of incidents asks beside the view: words searched for, order, columns, the row in preview. All in its address.
import { compareText } from "../model/problem.ts";
import type { Problem } from "../model/problem.ts";
import { STATES } from "../record/kinds/decision.ts";
import type { ReviewState } from "../record/kinds/decision.ts";
import { QUESTION_KEYS, VIEW_KEYS, parseView, printView } from "./view.ts";
import type { View } from "./view.ts";

export const SORT_KEYS = ["day", "place", "kind", "id"] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** A named order; every order ends in the id. */
export interface ListSort {
  readonly key: SortKey;
  readonly isDown: boolean;
}

/** Columns that can be hidden; the place, which leads to the incident, always stays. */
export const LIST_COLUMNS = ["id", "day", "kind", "what", "verdicts", "harm", "sources"] as const;
export type ListColumn = (typeof LIST_COLUMNS)[number];

/** States that an account which counts may be in. */
export const COUNTED_STATES = STATES.filter((one) => one !== "rejected" && one !== "merged");

/** The list's own part of the address. */
export interface ListView {
  /** `text`: every word must occur; null = no search. */
  readonly text: string | null;
  /** `state`: only accounts whose review stands so; null = every account that counts. */
  readonly state: ReviewState | null;
  /** `sort`: absent = by day. */
  readonly sort: ListSort;
  /** `cols`: in the order of LIST_COLUMNS; absent = all. */
  readonly columns: readonly ListColumn[];
  /** `sel`: the incident in preview. */
  readonly selected: string | null;
}

/** `text`, `state` and `sort` are asked of the server too; the others only show. */
export const LIST_KEYS = ["text", "state", "sort", "cols", "sel"] as const;
export type ListKey = (typeof LIST_KEYS)[number];

/** Keys that the server understands of a list of incidents, and that its data twins take. */
export const LIST_QUERY_KEYS = [
  ...QUESTION_KEYS,
  "of",
  "bbox",
  "pair",
  "maps",
  "text",
  "state",
  "sort",
] as const;

const DEFAULT: ListView = {
  text: null,
  state: null,
  sort: { key: "day", isDown: false },
  columns: LIST_COLUMNS,
  selected: null,
};

/** Keys of the view that mean the same on a list of incidents; it reads its own `sort` and `sel`. */
const SHARED_KEYS = VIEW_KEYS.filter((key) => key !== "sort" && key !== "sel");

/** Reads an address of the list. A key with a problem (V101 to V104) counts as absent. */
export function parseListView(pairs: Iterable<readonly [string, string]>): {
  readonly view: View;
  readonly list: ListView;
  readonly problems: readonly Problem[];
} {
  const all = [...pairs];
  const { view, problems } = parseView(all, SHARED_KEYS, LIST_KEYS);
  const { list, problems: own } = parseListKeys(all);
  return { view, list, problems: [...problems, ...own] };
}

/** Reads the list's own keys and leaves all others alone. */
export function parseListKeys(pairs: Iterable<readonly [string, string]>): {
  readonly list: ListView;
  readonly problems: readonly Problem[];
} {
  const problems: Problem[] = [];
  const given = new Map<string, string>();
  for (const [key, value] of pairs) {
    if (!LIST_KEYS.some((known) => known === key) || value === "") continue;
    if (given.has(key)) problems.push(fault("V102", `key "${key}" came twice; expected once`));
    else given.set(key, value);
  }
  const read = <T>(key: ListKey, parse: (text: string) => T | null, expected: string): T | null => {
    const text = given.get(key);
    const value = text === undefined ? null : parse(text);
    if (text !== undefined && value === null) {
      problems.push(fault("V103", `"${key}" is not ${expected}; came "${text.slice(0, 80)}"`));
    }
    return value;
  };
  const list: ListView = {
    text: read("text", parseText, "at most 200 characters to search for"),
    state: read("state", parseState, `one of ${COUNTED_STATES.join(", ")}`),
    sort:
      read("sort", parseSort, `one of ${SORT_KEYS.join(", ")}, with "-" for down`) ?? DEFAULT.sort,
    columns: read("cols", parseColumns, `of ${LIST_COLUMNS.join(",")}`) ?? DEFAULT.columns,
    selected: read("sel", parseId, "an incident id such as inc-077"),
  };
  return { list, problems };
}

/** The pairs of an address: `parseListView` gives back what it was made from. */
export function printListView(view: View, list: ListView): readonly (readonly [string, string])[] {
  const { text, state, sort, columns, selected } = list;
  const isAll = columns.length === LIST_COLUMNS.length;
  const own: readonly (readonly [string, string])[] = [
    ["text", text ?? ""],
    ["state", state ?? ""],
    ["sort", sort.key === "day" && !sort.isDown ? "" : printSort(sort)],
    ["cols", isAll ? "" : columns.length === 0 ? "none" : columns.join(",")],
    ["sel", selected ?? ""],
  ];
  const shared = printView(view).filter(([key]) => key !== "sort" && key !== "sel");
  return [...shared, ...own.filter(([, value]) => value !== "")];
}

/** `-day`, `place`. */
export function printSort({ key, isDown }: ListSort): string {
  return `${isDown ? "-" : ""}${key}`;
}

function parseText(text: string): string | null {
  const trimmed = text.trim();
  return trimmed.length === 0 || trimmed.length > 200 ? null : trimmed;
}

function parseState(text: string): ReviewState | null {
  return COUNTED_STATES.find((one) => one === text) ?? null;
}

function parseSort(text: string): ListSort | null {
  const isDown = text.startsWith("-");
  const key = SORT_KEYS.find((known) => known === (isDown ? text.slice(1) : text));
  return key === undefined ? null : { key, isDown };
}

function parseColumns(text: string): readonly ListColumn[] | null {
  if (text === "none") return [];
  const names = text.split(",");
  const columns = LIST_COLUMNS.filter((column) => names.includes(column));
  return columns.length === new Set(names).size ? columns : null;
}

function parseId(text: string): string | null {
  return /^[A-Za-z0-9][A-Za-z0-9.-]{0,78}$/.test(text) ? text : null;
}

function fault(code: string, message: string): Problem {
  return { code, severity: "error", message, at: null };
}

/** What an order needs to know of a row, as it is shown. */
export interface Sortable {
  readonly id: string;
  readonly day: string;
  readonly place: string;
  readonly kind: string;
}

/** Rows in a named order. `read` gives what is shown of a row; `compare` orders names as the reader's language does. */
export function sortRows<T>(
  rows: readonly T[],
  { key, isDown }: ListSort,
  { read, compare = compareText }: SortOptions<T>,
): readonly T[] {
  const sign = isDown ? -1 : 1;
  const named = key === "place" || key === "kind" ? compare : compareText;
  return rows
    .map((row) => ({ row, shown: read(row) }))
    .sort(
      (a, b) =>
        sign * named(a.shown[key], b.shown[key]) ||
        compareText(a.shown.day, b.shown.day) ||
        compareText(a.shown.id, b.shown.id),
    )
    .map(({ row }) => row);
}

interface SortOptions<T> {
  readonly read: (row: T) => Sortable;
  readonly compare?: (a: string, b: string) => number;
}
