// A case in text time (TERMS 5): every text in the version that stood on a day, with the answers held then. Knowledge (what was
// published by an instant) and the incident's own time are other hands and move apart from this one.
import type { Day } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import { heldOn, versionOn } from "../terms/text-time.ts";
import type { AssessInput } from "./context.ts";

export interface AtTextTime<T> {
  readonly input: T;
  /** What the day changed, a sentence each, by text. */
  readonly told: readonly string[];
}

/** The input as its texts stood on that day. A text of which no version is that old is left out, and told. */
export function atTextTime<T extends AssessInput>(input: T, day: Day): AtTextTime<T> {
  const found = idsOf(input).map((id) => textOn(input, id, day));
  const instruments = found.flatMap(({ loaded }) => (loaded === null ? [] : [loaded]));
  return { input: { ...input, instruments }, told: found.flatMap(({ told }) => told) };
}

type Loaded = AssessInput["instruments"][number];

/** Every version of a text, the latest one too, earliest first; versions without a day stand first. */
export function versionsOf<T extends Loaded>(
  {
    instruments,
    versions = [],
  }: { readonly instruments: readonly T[]; readonly versions?: readonly T[] },
  id: string,
): readonly T[] {
  const own = [...versions, ...instruments].filter(({ instrument }) => instrument.id === id);
  return own.sort((a, b) => compareText(a.instrument.dated ?? "", b.instrument.dated ?? ""));
}

function idsOf({ instruments, versions = [] }: AssessInput): readonly string[] {
  const ids = [...instruments, ...versions].map(({ instrument }) => instrument.id);
  return [...new Set(ids)].sort(compareText);
}

function textOn(
  input: AssessInput,
  id: string,
  day: Day,
): { readonly loaded: Loaded | null; readonly told: readonly string[] } {
  const all = versionsOf(input, id);
  const undated = all.find(({ instrument }) => instrument.dated === null);
  const loaded = versionOn(all, day) ?? undated ?? null;
  if (loaded === null) {
    const first = all[0]?.instrument.dated ?? "";
    return {
      loaded,
      told: [`${id}: no version is of ${day} or before (the first is of ${first}): left out`],
    };
  }
  const { dated } = loaded.instrument;
  const published = (source: string): Day | null => input.sources?.get(source)?.published ?? null;
  const { instrument, told } = heldOn(loaded.instrument, day, published);
  const which =
    dated === null ? "the text bears no day: taken as it stands" : `the version of ${dated}`;
  return { loaded: { ...loaded, instrument }, told: [`${id}: ${which}`, ...told] };
}
