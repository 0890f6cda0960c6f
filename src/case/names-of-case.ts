// The names of a loaded case, for what is read against it later: mapping files.
import type { CaseNames } from "../record/seeds/names.ts";
import type { Case } from "./case.ts";

export function namesOfCase({ settings, kinds, means, acts, zones, outlets }: Case): CaseNames {
  return {
    parties: new Set(settings.parties.keys()),
    kinds,
    means,
    acts,
    regions: new Map([...zones].map(([id, { area }]) => [id, area])),
    outlets: new Map(outlets.map(({ id, name, side }) => [id, { name, side }])),
    places: new Map(),
    timeZones: settings.timeZones,
    flags: {},
  };
}
