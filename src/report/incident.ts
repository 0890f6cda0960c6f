// One incident as a page: what is known, who says what, each series in its order, and the verdict under every reading.
import { assessCase, regionsOf } from "../assess/index.ts";
import type { Verdict } from "../assess/verdict.ts";
import type { Case } from "../case/case.ts";
import type { CasualtyClaim, Claim, MeasureClaim } from "../model/claim.ts";
import type { Incident } from "../model/incident.ts";
import type { IncidentId, ReadingId } from "../model/id.ts";
import { compareText } from "../model/problem.ts";
import type { Source } from "../model/source.ts";
import { caseReadings } from "./case-card.ts";
import { factLines, isoOrNull, jointLines } from "./fact-line.ts";
import type { FactLine, JointLine } from "./fact-line.ts";
import { placeLine } from "./place-line.ts";
import type { PlaceLine } from "./place-line.ts";
import { incidentLine } from "./row.ts";
import type { IncidentLine } from "./row.ts";
import { sameDay } from "./same-day.ts";
import type { SameDay } from "./same-day.ts";

export interface IncidentPage extends IncidentLine {
  /** Instants in ISO 8601; null = open. `assumed`: inferred by us, not stated. */
  readonly occurred: {
    readonly from: string | null;
    readonly until: string | null;
    readonly basis: string;
    readonly assumed: boolean;
  };
  readonly country: string | null;
  readonly where: PlaceLine;
  /** Ids of the regions it is placed in; `unknown` where there is none. */
  readonly regions: readonly string[];
  readonly effects: string | null;
  readonly note: string | null;
  /** When the record first knew of it; null = not known. */
  readonly knownAt: string | null;
  /** Where facts hang together, all that any of the rows has. */
  readonly facts: readonly FactLine[];
  readonly joint: readonly JointLine[];
  /** Attributions, denials, accounts; in file order. */
  readonly claims: readonly Exclude<Claim, CasualtyClaim | MeasureClaim>[];
  /** In order of reporting: the last is the latest. None is averaged, none is dropped. */
  readonly casualties: readonly CasualtyClaim[];
  readonly measures: readonly MeasureClaim[];
  /** Every source cited anywhere on the page, the incident's own first. */
  readonly sources: readonly Source[];
  readonly sameDay: SameDay;
  /** Under every reading of the case, in id order. */
  readonly verdicts: readonly {
    readonly reading: ReadingId;
    readonly holder: string | null;
    readonly verdict: Verdict;
  }[];
  /** Neighbours in day and id order. */
  readonly previous: IncidentId | null;
  readonly next: IncidentId | null;
}

/** The page of an incident; null when the case has none of that id. Cost: one assessment, unless `assessed` is given. */
export function incidentPage(
  theCase: Case,
  id: IncidentId,
  assessed = assessCase(theCase, {}),
): IncidentPage | null {
  const row = assessed.rows.find(({ incident }) => incident.id === id);
  if (row === undefined) return null;
  const { incident, verdicts } = row;
  return {
    ...incidentLine(incident),
    occurred: occurredOf(incident),
    country: incident.place.country,
    where: placeLine(incident.place),
    regions: regionsOf(incident),
    effects: incident.effects,
    note: incident.note,
    knownAt: incident.knownAt === null ? null : isoOrNull(incident.knownAt),
    facts: factLines(incident.facts, incident.claims),
    joint: jointLines(incident),
    claims: incident.claims.flatMap((claim) =>
      claim.predicate === "casualties" || claim.predicate === "measure" ? [] : [claim],
    ),
    casualties: incident.claims.flatMap((one) => (one.predicate === "casualties" ? [one] : [])),
    measures: incident.claims.flatMap((one) => (one.predicate === "measure" ? [one] : [])),
    sources: citedSources(theCase, incident),
    sameDay: sameDay(theCase, incident, assessed.asOf),
    verdicts: caseReadings(theCase).flatMap(({ id: reading, reading: { by } }) => {
      const verdict = verdicts.get(reading);
      return verdict === undefined ? [] : [{ reading, holder: by, verdict }];
    }),
    ...neighbours(theCase, id),
  };
}

/** When it was, as ISO instants. */
export function occurredOf({ occurred }: Incident): IncidentPage["occurred"] {
  const { from, until, basis, assumed } = occurred;
  return { from: isoOrNull(from), until: isoOrNull(until), basis, assumed };
}

function citedSources(theCase: Case, incident: Incident): readonly Source[] {
  const ids = new Set([...incident.sources, ...incident.claims.map((claim) => claim.source)]);
  return [...ids].flatMap((id) => theCase.sources.get(id) ?? []);
}

function neighbours(theCase: Case, id: IncidentId): Pick<IncidentPage, "previous" | "next"> {
  const ids = [...theCase.incidents]
    .sort((a, b) => compareText(a.day, b.day) || compareText(a.id, b.id))
    .map((incident) => incident.id);
  const at = ids.indexOf(id);
  return { previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null };
}
