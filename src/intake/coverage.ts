// What the taken rows of a table cover: their days, how well their places are known, and what they do not say. Stands beside every total.
import type { Incident, TableIncident } from "../model/incident.ts";
import type { Day } from "../model/instant.ts";

export interface Coverage {
  readonly rows: number;
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
  /** Rows without a day: they may have been on any. */
  readonly undated: number;
  /** Rows by how far the true place may be, metres up to and including; then regions and nowhere. */
  readonly places: readonly { readonly upTo: number; readonly rows: number }[];
  /** Known from where it was seen or heard. */
  readonly sectors: number;
  readonly regionOnly: number;
  readonly placeUnknown: number;
  readonly actorUnknown: number;
  readonly actUnknown: number;
  readonly kindUnknown: number;
  readonly meansUnknown: number;
  /** Rows without a figure of people killed. */
  readonly withoutKilled: number;
  readonly withoutInjured: number;
}

const STEPS = [1_000, 5_000, 25_000, 100_000, Infinity] as const;

/** Counts rows as they come. */
export class CoverageCount {
  #rows = 0;
  #first: Day | null = null;
  #last: Day | null = null;
  #undated = 0;
  readonly #places = STEPS.map(() => 0);
  #sectors = 0;
  #regionOnly = 0;
  #placeUnknown = 0;
  readonly #unknown = { actors: 0, acts: 0, means: 0, kinds: 0 };
  readonly #without = { killed: 0, injured: 0 };

  add({ day, place, facts, claims }: TableIncident): void {
    this.#rows++;
    this.#day(day);
    this.#place(facts.target, place.regions.length > 0);
    const isUnknown = (of: readonly { readonly value: string }[]) =>
      of.some(({ value }) => value === "unknown");
    if (isUnknown(facts.actors)) this.#unknown.actors++;
    if (isUnknown(facts.acts)) this.#unknown.acts++;
    if (isUnknown(facts.means)) this.#unknown.means++;
    if (facts.things.some(({ kinds }) => isUnknown(kinds))) this.#unknown.kinds++;
    const figures = claims.filter((claim) => claim.predicate === "casualties");
    if (figures.every(({ killed }) => killed === null)) this.#without.killed++;
    if (figures.every(({ injured }) => injured === null)) this.#without.injured++;
  }

  result(): Coverage {
    return {
      rows: this.#rows,
      firstDay: this.#first,
      lastDay: this.#last,
      undated: this.#undated,
      places: STEPS.map((upTo, i) => ({ upTo, rows: this.#places[i] ?? 0 })),
      sectors: this.#sectors,
      regionOnly: this.#regionOnly,
      placeUnknown: this.#placeUnknown,
      actorUnknown: this.#unknown.actors,
      actUnknown: this.#unknown.acts,
      kindUnknown: this.#unknown.kinds,
      meansUnknown: this.#unknown.means,
      withoutKilled: this.#without.killed,
      withoutInjured: this.#without.injured,
    };
  }

  #day(day: Day | null): void {
    if (day === null) {
      this.#undated++;
      return;
    }
    if (this.#first === null || day < this.#first) this.#first = day;
    if (this.#last === null || day > this.#last) this.#last = day;
  }

  #place(target: Incident["facts"]["target"], isRegion: boolean): void {
    if (target.kind === "area" && isRegion) this.#regionOnly++;
    else if (target.kind === "area") this.#sectors++;
    else if (target.kind === "unknown") this.#placeUnknown++;
    else {
      const step = STEPS.findIndex((upTo) => target.radiusMeters <= upTo);
      this.#places[step] = (this.#places[step] ?? 0) + 1;
    }
  }
}
