// Facts outside incidents that a text waits for: relief granted, an extension agreed, a notice of release.
import type { Instant } from "./instant.ts";

/** When an event came: at an instant, somewhere between two, or not by an instant (later is open). */
export type EventTime =
  | { readonly kind: "at"; readonly at: Instant }
  | { readonly kind: "between"; readonly from: Instant; readonly until: Instant }
  | { readonly kind: "not-by"; readonly at: Instant };

/** Standard events every text may wait for, beside its own: `extension-agreed`, `notice-of-release/<party>`, `notice-of-end`. */
export interface RecordedEvent {
  readonly id: string;
  /** Instrument it concerns; null = all. */
  readonly instrument: string | null;
  readonly time: EventTime;
  readonly sources: readonly string[];
}
