// What the parts of "where and when" are given.
import type { PlacedLine } from "../../../src/report/placed.ts";
import type { Pointed } from "../../parts/pointed.ts";
import type { PriceParts } from "./cards.tsx";

/** `listed`: the rows left by the narrowings; `pointed` is shared with their list. */
export interface WhereParts extends PriceParts {
  readonly listed: readonly PlacedLine[];
  readonly pointed: Pointed;
}

/** Rows without whole-night totals, and the readings that one word is said for. */
export interface ShownRows extends WhereParts {
  readonly rows: readonly PlacedLine[];
  readonly readings: readonly string[];
}
