// Faulty figures, swapped in by `npm run check:repro -- --sabotage KIND` to show that the check can go red. Nothing in src knows them.
import { assessCase } from "../../src/assess/index.ts";
import { SOUND_FIGURES } from "../repro/figures.ts";
import type { FigureParts } from "../repro/figures.ts";

export const FAULTY_FIGURES: Readonly<Record<string, FigureParts>> = {
  /** Days are cut by the clock of whoever works the figures out. */
  "local-time": {
    ...SOUND_FIGURES,
    assess: (theCase) => {
      const byDay = new Map<number, number>();
      for (const { occurred } of theCase.incidents) {
        const day = new Date(occurred.from).getDate();
        byDay.set(day, (byDay.get(day) ?? 0) + 1);
      }
      return [SOUND_FIGURES.assess(theCase), [...byDay].sort(([a], [b]) => a - b)];
    },
  },
  /** A sum of fractions in the order in which rows happen to lie. */
  "float-sum": {
    ...SOUND_FIGURES,
    assess: (theCase) => {
      const rows = theCase.seeds.incidents;
      const sum = rows.reduce((total, { place: { extent } }) => {
        return total + (extent.kind === "disc" ? extent.center[0] / 3 : 0.1);
      }, 0);
      return [SOUND_FIGURES.assess(theCase), sum];
    },
  },
  /** Groups in the order in which a map met them. */
  "map-order": {
    ...SOUND_FIGURES,
    compare: (theCase) => {
      const rank = new Map(theCase.seeds.incidents.map(({ id }, i) => [id as string, i]));
      const rows = [...assessCase(theCase).rows].sort(
        (a, b) => (rank.get(a.incident.id) ?? 0) - (rank.get(b.incident.id) ?? 0),
      );
      const groups = new Map<string, number>();
      for (const { incident } of rows) {
        const { name } = incident.place;
        groups.set(name, (groups.get(name) ?? 0) + 1);
      }
      return [SOUND_FIGURES.compare(theCase), [...groups]];
    },
  },
};
