// What incidents can be narrowed by, facet by facet: what of an incident each looks at, and the values worth offering.
import { regionsOf } from "../assess/index.ts";
import type { Case } from "../case/case.ts";
import type { Incident } from "../model/incident.ts";
import { compareText } from "../model/problem.ts";
import type { Vocabulary } from "../terms/vocabulary.ts";
import type { FacetName } from "./view.ts";

/** All of an incident that a facet looks at. */
export function facetFact(name: FacetName, incident: Incident): unknown {
  switch (name) {
    case "kind":
      return incident.facts.things.map(({ kinds }) => kinds.map(({ value }) => value));
    case "means":
      return incident.facts.means.map(({ value }) => value);
    case "party":
      return incident.facts.actors.map(({ value }) => value);
    case "region":
      return regionsOf(incident);
    default:
      return name satisfies never;
  }
}

/** Each value with its label: values that some incident names, or that hold one that is named; `unknown` is a region only. */
export function facetCandidates(
  theCase: Case,
  name: FacetName,
  incidents: readonly Incident[],
): readonly (readonly [string, string | null])[] {
  switch (name) {
    case "kind": {
      const named = incidents.flatMap(({ facts }) => facts.things.flatMap(({ kinds }) => kinds));
      return holding(theCase.kinds, new Set(named.map(({ value }) => value)));
    }
    case "means": {
      const named = incidents.flatMap(({ facts }) => facts.means);
      return holding(theCase.means, new Set(named.map(({ value }) => value)));
    }
    case "party":
      return [...theCase.settings.parties.keys()]
        .filter((party) =>
          incidents.some(({ facts }) => facts.actors.some(({ value }) => value === party)),
        )
        .map((party) => [party, null]);
    case "region":
      return regionLabels(incidents);
    default:
      return name satisfies never;
  }
}

function holding(vocabulary: Vocabulary, named: ReadonlySet<string>) {
  const leaves = new Set(
    [...named].filter((value) => value !== "unknown").flatMap((value) => vocabulary.below(value)),
  );
  return [...vocabulary.nodes.keys()]
    .filter((node) => vocabulary.below(node).some((leaf) => leaves.has(leaf)))
    .map((node): readonly [string, null] => [node, null]);
}

function regionLabels(incidents: readonly Incident[]) {
  const labels = new Map<string, string | null>();
  for (const incident of incidents) {
    for (const region of regionsOf(incident)) {
      const { admin1, regions } = incident.place;
      const label = regions.length > 1 ? null : admin1;
      labels.set(region, labels.get(region) ?? label);
    }
  }
  return [...labels].sort(([a], [b]) => compareText(a, b));
}
