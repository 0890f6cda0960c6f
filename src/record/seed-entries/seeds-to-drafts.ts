// The seeds of a case as entries, once: pure, in a fixed order in which nothing speaks of what comes later, ids kept.
import type { Stance } from "../../model/talks.ts";
import { parseEntryId } from "../bytes/entry-id.ts";
import type { Fields } from "../kinds/check-fields.ts";
import type { Draft } from "../kinds/entry.ts";
import type { Kind } from "../kinds/kinds.ts";
import { problem } from "../problem.ts";
import type { RecordProblem } from "../problem.ts";
import { claimFields, countFields } from "./claim-fields.ts";
import { incidentFields } from "./incident-fields.ts";
import { asValue, plainFields } from "./plain-fields.ts";
import type { RecordSeeds } from "./record-seeds.ts";

interface Part {
  readonly kind: Kind;
  readonly id: string;
  readonly of?: string;
  readonly fields: Fields;
}

/**
 * Every seed as one draft; an instrument's status per party is an `acceptance` each, the stances of an issue are one `issue`.
 * `duplicate-id` where two rows of different files would be one thing, `bad-id` for a name that is no id.
 */
export function seedsToDrafts(
  seeds: RecordSeeds,
  actor: string,
): { readonly drafts: readonly Draft[]; readonly problems: readonly RecordProblem[] } {
  const seen = new Set<string>();
  const problems: RecordProblem[] = [];
  const drafts = partsOf(seeds).flatMap((part): readonly Draft[] => {
    const [id, of] = [parseEntryId(part.id), part.of === undefined ? null : parseEntryId(part.of)];
    if (id === null)
      problems.push(problem("bad-id", `"${part.id}" is no id of a ${part.kind}`, part.id));
    if (seen.has(part.id))
      problems.push(problem("duplicate-id", `"${part.id}" stands twice`, part.id));
    seen.add(part.id);
    return id === null ? [] : [draftOf({ ...part, id, of }, actor)];
  });
  return { drafts, problems };
}

function draftOf(
  { id, kind, of, fields }: Pick<Draft, "id" | "kind" | "of" | "fields">,
  actor: string,
): Draft {
  const plain = { compartment: null, isSealed: false, rows: [] };
  return { id, kind, of, actor, parents: [], causedBy: [], fields, ...plain };
}

function partsOf(seeds: RecordSeeds): readonly Part[] {
  const plain = <T extends { readonly id: string }>(kind: Kind, nouns: readonly T[]): Part[] =>
    nouns.map((noun) => ({ kind, id: noun.id, fields: plainFields(noun) }));
  return [
    ...plain("source", seeds.sources),
    ...seeds.instruments.flatMap(instrumentParts),
    ...issueParts(seeds.stances),
    ...plain("track", seeds.tracks),
    ...plain("round", seeds.rounds),
    ...plain("meeting", seeds.meetings),
    ...plain("statement", seeds.statements),
    ...seeds.incidents.map((seed): Part => {
      return { kind: "incident", id: seed.id, fields: incidentFields(seed) };
    }),
    ...seeds.claims.map((claim): Part => {
      return { kind: "claim", id: claim.id, of: claim.subject, fields: claimFields(claim) };
    }),
    ...seeds.counts.map((count): Part => {
      return { kind: "claim", id: count.id, fields: countFields(count) };
    }),
    ...seeds.events.map(({ id: event, ...rest }): Part => {
      const id = `event.${rest.instrument ?? "all"}.${event}`;
      return { kind: "event", id, fields: { event, ...plainFields(rest) } };
    }),
  ];
}

function instrumentParts({
  statusByParty,
  terms,
  ...record
}: RecordSeeds["instruments"][number]): readonly Part[] {
  const says = asValue(terms);
  const instrument = record.id;
  return [
    { kind: "instrument", id: record.id, fields: { ...plainFields(record), says } },
    ...statusByParty.map(({ party, status, day, source }, i): Part => {
      const since: Fields = day === null ? {} : { from: day };
      const fields = { party, instrument, state: status, source, ...since };
      return { kind: "acceptance", id: `${instrument}.status-${i + 1}`, fields };
    }),
  ];
}

/** Issues in the order of their first stance. */
function issueParts(stances: readonly Stance[]): readonly Part[] {
  const byIssue = new Map<string, Stance[]>();
  for (const stance of stances) {
    byIssue.set(stance.issue, [...(byIssue.get(stance.issue) ?? []), stance]);
  }
  return [...byIssue].map(([title, all]) => {
    const kept = all.map(({ key, means, rank }) => ({ key, means, rank }));
    return { kind: "issue", id: `issue.${title}`, fields: { title, stances: kept } };
  });
}
