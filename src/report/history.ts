// How an incident came to stand as it does: every entry that made or changed it, in the order of the record, in the three times.
import type { Case } from "../case/case.ts";
import { formatInstant } from "../model/instant.ts";
import type { Instant } from "../model/instant.ts";
import type { Source } from "../model/source.ts";
import { asOf as viewAsOf, knownAt, publications, sourcesOf } from "../record/fold/as-of.ts";
import type { Folded } from "../record/fold/fold.ts";
import { hiddenBy } from "../record/fold/hidden.ts";
import { allReportsWithdrawn, goesOnAs } from "../record/fold/state.ts";
import type { Entry } from "../record/kinds/entry.ts";
import { classOf } from "../record/kinds/field-class.ts";
import type { Classes } from "../record/kinds/field-class.ts";
import type { ReviewState } from "../record/kinds/decision.ts";
import { entriesAbout } from "./history-entries.ts";
import { stepOf } from "./history-step.ts";
import type { HistoryStep } from "./history-step.ts";
import type { RecordedLog } from "./recorded.ts";

export interface HistoryPage {
  readonly id: string;
  /** True: the case has no log, its steps bear no time of recording and no pseudonym. */
  readonly isSeeds: boolean;
  /** Where its review stands; a state speaks of the account, never of compliance. */
  readonly state: ReviewState;
  /** The incident that it goes on as; null: itself. */
  readonly goesOnAs: string | null;
  /** Reports are linked, and every one of them was withdrawn. */
  readonly isWithdrawn: boolean;
  /** Fields whose value was taken out, with when; the value is in no answer. */
  readonly redacted: readonly {
    readonly field: string;
    readonly at: string;
    /** Since when everybody could read it; null: nobody could, or the case is seeds. */
    readonly publicFrom: string | null;
  }[];
  /** In the order of the record. */
  readonly steps: readonly HistoryStep[];
  /** Every source that a step names, in order of first naming. */
  readonly sources: readonly Source[];
}

/** The history of an incident by what was known at `asOf` (null: now); null when the record has no such incident then. */
export function incidentHistory(
  theCase: Pick<Case, "settings" | "sources">,
  log: RecordedLog,
  { id, asOf }: { readonly id: string; readonly asOf: Instant | null },
): HistoryPage | null {
  const zone = theCase.settings.timeZones[0] ?? "UTC";
  const entries = log.entries();
  const state =
    asOf === null ? log.state() : viewAsOf(entries, entries.length, { at: asOf, zone }).state;
  const thing = state.things.get(id);
  if (thing?.kind !== "incident") return null;
  const isSeeds = log.head === null;
  const about = entriesAbout(entries, id);
  const cited = new Set(about.flatMap(sourcesOf));
  const isCited = (entry: Folded): boolean =>
    entry !== null && (cited.has(entry.id) || (entry.of !== null && cited.has(entry.of)));
  const published = publications(entries.filter(isCited), zone);
  const isTold = (entry: Parameters<typeof knownAt>[0]): boolean =>
    asOf === null || knownAt(entry, published, zone).at <= asOf;
  const steps = about
    .filter(isTold)
    .map((entry) => stepOf(entry, { state, published, zone, isSeeds }));
  const told = new Set(steps.flatMap(({ sources }) => sources));
  const redacted = Object.entries(log.state().things.get(id)?.redacted ?? {});
  return {
    id,
    isSeeds,
    state: thing.review?.state ?? "reported",
    goesOnAs: thing.mergedInto === null ? null : goesOnAs(state, thing.id),
    isWithdrawn: allReportsWithdrawn(state, thing),
    redacted: redacted.map(([field, { recordedAt }]) => ({
      field,
      at: formatInstant(recordedAt),
      publicFrom: isSeeds ? null : publicFrom(about, field, state.policy.classes),
    })),
    steps,
    sources: [...told].flatMap((source) => theCase.sources.get(source) ?? []),
  };
}

/** When the first entry that lost that field was recorded, of one that everybody could read. */
function publicFrom(about: readonly Entry[], field: string, classes: Classes): string | null {
  if (classOf("incident", field, classes) !== "public") return null;
  const hidden = hiddenBy(about.filter(({ kind }) => kind === "redaction"));
  const first = about.find(({ id }) => Object.hasOwn(hidden.get(id) ?? {}, field));
  return first === undefined ? null : formatInstant(first.recordedAt);
}
