// zones/*.geojson: areas that texts and incidents name, each with its source and licence.
import { readAreas } from "../geo/geojson.ts";
import type { AreaFeature } from "../geo/geojson.ts";
import type { JsonObject } from "../geo/read-features.ts";
import type { Problem } from "../model/problem.ts";
import type { CaseFiles, Labels, Zone } from "./case.ts";

/** All zones by id, files in name order. */
export interface ReadZones {
  readonly zones: ReadonlyMap<string, Zone>;
  readonly problems: readonly Problem[];
}

/** True for a path that holds zones. */
export function isZonePath(path: string): boolean {
  return /^zones\/[^/]+\.geojson$/.test(path);
}

/** Reads every zone file. An id that two files use is C220; a zone without source or licence is a warning (C311). */
export function readZones(files: CaseFiles): ReadZones {
  const zones = new Map<string, Zone>();
  const problems: Problem[] = [];
  for (const [path, text] of files) {
    if (!isZonePath(path)) continue;
    const read = readAreas(text, path);
    problems.push(...read.problems);
    for (const feature of read.features) {
      const zone = zoneOf(feature, read.members);
      if (zones.has(zone.id))
        problems.push(
          problem(
            "C220",
            "error",
            `zone "${zone.id}" stands in two files; the second is ${path}`,
            path,
          ),
        );
      else zones.set(zone.id, zone);
      if (zone.source === "" || zone.licence === "") {
        problems.push(
          problem("C311", "warning", `zone "${zone.id}" names no source or no licence`, path),
        );
      }
    }
  }
  return { zones, problems };
}

function zoneOf({ id, name, area, properties }: AreaFeature, members: JsonObject): Zone {
  const source = text(properties["source"] ?? members["source"]);
  const licence = text(properties["licence"] ?? members["licence"]);
  const approximate = properties["approximate"] === true;
  return {
    id,
    name,
    names: namesOf(name, properties["names"]),
    area,
    source,
    licence,
    approximate,
  };
}

/** `names: {uk, ru}` of a feature; a language that is not given has no name. */
function namesOf(en: string, given: unknown): Labels {
  const names = typeof given === "object" && given !== null ? Object.entries(given) : [];
  const of = (language: "uk" | "ru") => {
    const found = text(names.find(([key]) => key === language)?.[1]);
    return found === "" ? {} : { [language]: found };
  };
  return { en, ...of("uk"), ...of("ru") };
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function problem(
  code: string,
  severity: Problem["severity"],
  message: string,
  file: string,
): Problem {
  return { code, severity, message, at: { file, line: 1, column: 1, endColumn: 2 } };
}
