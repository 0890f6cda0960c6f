// A case's first page: how far its record goes, what it rests on, under which licences, and what is wrong with its files.
import type { Case } from "../case/case.ts";
import type { Problem, Severity } from "../model/problem.ts";
import { compareText } from "../model/problem.ts";
import type { Source } from "../model/source.ts";
import { listPages } from "./object-lists.ts";
import type { ListPage } from "./object-lists.ts";
import { incidentLine } from "./row.ts";
import type { IncidentLine } from "./row.ts";

export interface HomePage {
  /** What is wrong with the case's files, errors first; what an error touches is in no figure. */
  readonly problems: readonly HomeProblem[];
  readonly coverage: HomeCoverage;
  /** Outlet sides in id order; a publication counts once, with the side of its outlet. */
  readonly sourcesBySide: readonly { readonly side: string; readonly sources: number }[];
  /** Each licence of a geographic outline with how many outlines are under it and what they rest on, by licence. */
  readonly licences: readonly HomeLicence[];
  /** Lists of objects that somebody made, in file order. */
  readonly lists: readonly ListPage[];
  /** In id order. */
  readonly sources: readonly Source[];
}

/** Every incident as one line, without verdicts: to find one by id, place or day. */
export interface IncidentIndex {
  readonly items: readonly IncidentLine[];
}

export interface HomeCoverage {
  /** Whole-night totals left out. */
  readonly incidents: number;
  readonly aggregates: number;
  /** Of `incidents`, those with no point and radius: an area only, or no place at all. */
  readonly withoutPoint: { readonly areaOnly: number; readonly noPlace: number };
  /** Days with at least one incident. */
  readonly days: number;
  /** First and last such day; null when nothing is on record. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Publications whose day is not known. */
  readonly undatedSources: number;
  readonly instruments: number;
  readonly readings: number;
  readonly statements: number;
  readonly meetings: number;
}

export interface HomeProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** `record/incidents.yaml:12:5`; null where no file is to blame. */
  readonly place: string | null;
  readonly help: string | null;
}

export interface HomeLicence {
  readonly licence: string;
  readonly outlines: number;
  /** Distinct sources of the outlines, sorted. */
  readonly sources: readonly string[];
}

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

/** All that the case's first page shows beside its card. `problems` as the case's loader reported them. */
export function homePage(theCase: Case, problems: readonly Problem[] = []): HomePage {
  return {
    problems: shownProblems(problems),
    coverage: coverage(theCase),
    sourcesBySide: countBySide([...theCase.sources.values()]),
    licences: licences(theCase),
    lists: listPages(theCase),
    sources: [...theCase.sources.values()].sort((a, b) => compareText(a.id, b.id)),
  };
}

/** In id order; nothing is judged. */
export function incidentIndex({ incidents }: Case): IncidentIndex {
  return { items: incidents.map(incidentLine) };
}

function shownProblems(problems: readonly Problem[]): readonly HomeProblem[] {
  return SEVERITIES.flatMap((severity) =>
    problems
      .filter((problem) => problem.severity === severity)
      .map(({ code, message, at, help }) => ({
        code,
        severity,
        message,
        place: at === null ? null : `${at.file}:${at.line}:${at.column}`,
        help: help ?? null,
      })),
  );
}

function coverage(theCase: Case): HomeCoverage {
  const counted = theCase.incidents.filter(({ aggregate }) => !aggregate);
  const days = [...new Set(counted.map(({ day }) => day))].sort(compareText);
  const extents = counted.map(({ place }) => place.extent.kind);
  const readings = theCase.instruments.map(({ instrument }) => instrument.readings.size);
  return {
    incidents: counted.length,
    aggregates: theCase.incidents.length - counted.length,
    withoutPoint: {
      areaOnly: extents.filter((kind) => kind === "area").length,
      noPlace: extents.filter((kind) => kind === "unknown").length,
    },
    days: days.length,
    firstDay: days[0] ?? null,
    lastDay: days.at(-1) ?? null,
    undatedSources: [...theCase.sources.values()].filter((one) => one.published === null).length,
    instruments: theCase.instruments.length,
    readings: readings.reduce((sum, size) => sum + size, 0),
    statements: theCase.statements.length,
    meetings: theCase.meetings.length,
  };
}

function countBySide(sources: readonly Source[]): HomePage["sourcesBySide"] {
  const sides = [...new Set(sources.map(({ outletSide }) => outletSide))].sort(compareText);
  return sides.map((side) => ({
    side,
    sources: sources.filter(({ outletSide }) => outletSide === side).length,
  }));
}

function licences({ zones }: Case): readonly HomeLicence[] {
  const all = [...zones.values()];
  const names = [...new Set(all.map(({ licence }) => licence))].sort(compareText);
  return names.map((licence) => {
    const own = all.filter((zone) => zone.licence === licence);
    const sources = [...new Set(own.map(({ source }) => source))].sort(compareText);
    return { licence, outlines: own.length, sources };
  });
}
