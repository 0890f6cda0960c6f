// What the parts of the Situation screen are given.
import type { View } from "../../../src/report/view.ts";
import type { Pointed } from "../../parts/pointed.ts";
import type { SituationAnswer } from "../../source/record-source.ts";
import type { SituationCount } from "../../work/situation-messages.ts";
import type { Draw } from "../../parts/map/map-view.ts";

/** A reading under the name that people see. */
export interface NamedReading {
  readonly reading: string;
  /** Short and different from every other's. */
  readonly short: string;
}

/** Days of a brush that is being dragged: half-open, null where it ends with the record. */
export type Brush = Pick<View, "from" | "until">;

/** `chosen`: in the order of their names; none where no reading is asked. */
export interface SituationParts {
  readonly page: Omit<SituationAnswer, "columns">;
  readonly view: View;
  readonly count: SituationCount;
  readonly all: readonly NamedReading[];
  readonly chosen: readonly NamedReading[];
  readonly pointed: Pointed;
  /** Marks or cells of what is left, each telling of those readings; another function whenever something else is left. */
  readonly draw: (slot: string, readings: readonly string[]) => Draw;
  /** Counts anew at once, without an address of its own. */
  readonly setBrush: (brush: Brush | null) => void;
}
