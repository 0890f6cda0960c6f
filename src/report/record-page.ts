// What the record of a case holds: entries by kind, where the log ends, where reviews stand, what came last.
import { formatInstant } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import { standing } from "../record/seed-entries/standing.ts";
import { thingsOf } from "../record/fold/state.ts";
import { STATES } from "../record/kinds/decision.ts";
import type { Aside } from "../record/seed-entries/standing.ts";
import type { ReviewState } from "../record/kinds/decision.ts";
import type { Kind } from "../record/kinds/kinds.ts";
import type { RecordedLog } from "./recorded.ts";

/** One entry as a line. */
export interface EntryLine {
  /** Place in the log; null where the case is only seeds. */
  readonly index: number | null;
  readonly entry: string;
  readonly kind: Kind;
  readonly of: string | null;
  readonly actor: string | null;
  readonly recordedAt: string | null;
}

export interface RecordPage {
  /** True: the case has no log; nothing is stamped and nothing signed. */
  readonly isSeeds: boolean;
  /** The signed note, verbatim; null without a log. */
  readonly checkpoint: string | null;
  readonly entries: number;
  /** Entries that are closed to everybody without a grant: that they are there shows, nothing else does. */
  readonly closed: number;
  /** Most first, then by name. */
  readonly kinds: readonly { readonly kind: Kind; readonly entries: number }[];
  /** Incidents by the state of their review, every state named. */
  readonly states: readonly { readonly state: ReviewState; readonly incidents: number }[];
  /** Things that count in no figure: rejected, merged away, withdrawn, or with a required field that cannot be read. */
  readonly aside: readonly {
    readonly why: Aside;
    readonly things: number;
    /** Ids of the incidents among them, the newest first, at most fifty: each has its page. */
    readonly incidents: readonly string[];
  }[];
  /** How many persons a decision for verified or rejected takes, and how much it must rest on. */
  readonly review: {
    readonly persons: number;
    readonly origins: number;
    readonly attachments: number;
  };
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** The newest first. */
  readonly latest: readonly EntryLine[];
}

const MOST_LATEST = 50;

/** The page of a record, as everybody may read it. */
export function recordPage(log: RecordedLog): RecordPage {
  const entries = log.entries();
  const state = log.state();
  const isSeeds = log.head === null;
  const seen = entries.flatMap((entry, index) => (entry === null ? [] : [{ entry, index }]));
  const at = (one: (typeof seen)[number] | undefined): string | null =>
    one === undefined || isSeeds ? null : formatInstant(one.entry.recordedAt);
  const incidents = thingsOf(state, "incident");
  const { aside } = standing(state);
  return {
    isSeeds,
    checkpoint: log.head?.checkpoint ?? null,
    entries: entries.length,
    closed: entries.length - seen.length,
    kinds: countOf(seen.map(({ entry }) => entry.kind)).map(([kind, count]) => {
      return { kind, entries: count };
    }),
    states: STATES.map((one) => ({
      state: one,
      incidents: incidents.filter(({ review }) => review?.state === one).length,
    })),
    aside: countOf(aside.map(({ why }) => why)).map(([why, things]) => ({
      why,
      things,
      incidents: aside
        .flatMap((one) => (one.why === why && one.thing.kind === "incident" ? [one.thing.id] : []))
        .slice(-MOST_LATEST)
        .reverse(),
    })),
    review: state.policy.review,
    firstAt: at(seen[0]),
    lastAt: at(seen.at(-1)),
    latest: seen
      .slice(-MOST_LATEST)
      .reverse()
      .map((one) => ({
        index: isSeeds ? null : one.index,
        entry: one.entry.id,
        kind: one.entry.kind,
        of: one.entry.of,
        actor: isSeeds ? null : one.entry.actor,
        recordedAt: at(one),
      })),
  };
}

/** How often each comes, most first, then by name. */
function countOf<T extends string>(names: readonly T[]): readonly (readonly [T, number])[] {
  const counts = new Map<T, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || compareText(a, b));
}
