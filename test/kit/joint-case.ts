// cases/example with one incident whose facts hang together and one that was heard from somewhere, as somebody would write them.
import { loadCase } from "../../src/case/load-case.ts";
import type { Case } from "../../src/case/case.ts";
import { filesOf } from "./load-folder.ts";

const INCIDENTS = "record/incidents.yaml";

/** `inc-4`: artillery on a power line at Reed Ford, or a drone on a bridge that was heard from Springs the day after. */
export const EITHER = `  either:
    - {means: artillery, things: [power-line], point: {lat: 10.1, lon: 20.2, radius-km: 1}, calibre: [100, 152]}
    - by: south
      means: drone
      things: [{kinds: [bridge], name: Iron Bridge}]
      place: Iron Bridge
      sector: {lat: 9.8, lon: 20.3, radius-km: 0.5, from-km: 4, to-km: 9, bearing: [NNW, 350-20]}
      occurred: {day: 2031-05-04}
      flags: {returning-fire: unknown}
      distances: {bridge: [0, null]}
      sources: [src-4]
`;
const HEARD =
  "sector: {lat: 9.8, lon: 20.3, radius-km: 1, from-km: 2, to-km: 6, bearing: [E, ESE]}";

/** The same every time. */
export function jointCase(): Case {
  const files = new Map(filesOf("cases/example"));
  const text = String(files.get(INCIDENTS));
  const changed = text
    .replace(/ {2}note: Reports differ.*\n/, EITHER)
    .replace(/point: \{lat: 9\.8, lon: 20\.3, radius-km: 1\}/, HEARD);
  files.set(INCIDENTS, changed);
  const { value, problems } = loadCase(files);
  const wrong = problems.filter(({ at }) => at?.file === INCIDENTS);
  if (value === null || wrong.length > 0) throw new Error(JSON.stringify(problems));
  return value;
}
