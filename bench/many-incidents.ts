// A case with as many incidents as asked for: the real ones again and again, each time a few days later, the same for the same number.
import type { Case } from "../src/case/case.ts";
import { parseIncidentId } from "../src/model/id.ts";
import type { Incident } from "../src/model/incident.ts";
import { DAY_MS, addDays } from "../src/model/instant.ts";

/** Rounds begin on another day of this many, so that every period of the texts is met. */
const SHIFTS = 30;

/** `theCase` with `count` incidents of ids `inc-1` to `inc-<count>`; whole-night totals are left out. */
export function manyIncidents(theCase: Case, count: number): Case {
  const real = theCase.incidents.filter(({ aggregate }) => !aggregate);
  const incidents = Array.from({ length: count }, (_, index) => {
    const incident = real[index % real.length];
    if (incident === undefined) throw new RangeError("the case has no incidents to repeat");
    return moved(incident, index + 1, Math.floor(index / real.length) % SHIFTS);
  });
  return { ...theCase, incidents };
}

function moved(incident: Incident, number: number, days: number): Incident {
  const id = parseIncidentId(`inc-${number}`);
  if (id === null) throw new RangeError(`inc-${number} is no incident id`);
  const later = days * DAY_MS;
  const { from, until } = incident.facts.occurred;
  const { knownAt } = incident;
  return {
    ...incident,
    id,
    day: addDays(incident.day, days),
    occurred: {
      ...incident.occurred,
      from: incident.occurred.from + later,
      until: incident.occurred.until + later,
    },
    facts: { ...incident.facts, occurred: { from: from + later, until: until + later } },
    claims: incident.claims.map((claim) => ({ ...claim, subject: id })),
    knownAt: knownAt === null ? null : knownAt + later,
  };
}
