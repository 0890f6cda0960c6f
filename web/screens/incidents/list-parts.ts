// What the parts of the screen are given.
import type { ListedIncident } from "../../../src/report/incident-list.ts";
import type { ListView } from "../../../src/report/list-view.ts";
import type { View } from "../../../src/report/view.ts";
import type { IncidentsAnswer } from "../../source/record-source.ts";
import type { ShownReading } from "./shown-readings.ts";

/** What every part of the screen is given. */
export interface ListParts {
  readonly answer: IncidentsAnswer;
  readonly view: View;
  readonly list: ListView;
  /** The chosen readings in the order of their shown names; empty when none is chosen: no reading is the default. */
  readonly readings: readonly ShownReading[];
}

/** A table of some of the rows. */
export interface TableProps extends ListParts {
  readonly rows: readonly ListedIncident[];
  readonly picked: ReadonlySet<string>;
  readonly pick: (id: string) => void;
  readonly select: (id: string | null) => void;
}
