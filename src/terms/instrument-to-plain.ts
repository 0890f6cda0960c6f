// An instrument in the form of its file, as plain values: what the printer writes and what the version id is taken of.
// Shorthands are written out (lists for single names) and defaults left absent, so equal texts give equal values.
import type {
  EventDefinition,
  Instrument,
  Pin,
  Plain,
  Provision,
  Reading,
  StatusSince,
  Uses,
  VocabularyNode,
} from "./ast.ts";
import { clauseToPlain, questionToPlain, timePointToPlain } from "./clause-to-plain.ts";
import { mapped, record, withPlainAt } from "./plain.ts";
import { annexToPlain, lineToPlain, objectToPlain, zoneToPlain } from "./place-to-plain.ts";

/** The whole text; keys in the order of TERMS 1.1, named parts in the AST's order. */
export function instrumentToPlain(instrument: Instrument): Plain {
  const plain = record({
    truceline: "terms/1",
    id: instrument.id,
    title: instrument.title,
    dated: instrument.dated,
    uses: usesToPlain(instrument.uses),
    "time-zones": some(instrument.timeZones),
    parties: instrument.parties,
    others: some(instrument.others),
    status: someOf(instrument.status, statusToPlain),
    flags: someOf(instrument.flags, (says) => says),
    events: someOf(instrument.events, eventToPlain),
    zones: someOf(instrument.zones, zoneToPlain),
    lines: someOf(instrument.lines, lineToPlain),
    annexes: someOf(instrument.annexes, annexToPlain),
    kinds: someOf(instrument.kinds, nodeToPlain),
    means: someOf(instrument.means, nodeToPlain),
    acts: someOf(instrument.acts, nodeToPlain),
    objects: someOf(instrument.objects, objectToPlain),
    questions: someOf(instrument.questions, questionToPlain),
    clauses: mapped(instrument.clauses, clauseToPlain),
    provisions: someOf(instrument.provisions, provisionToPlain),
    readings: mapped(instrument.readings, readingToPlain),
  });
  return [...instrument.kept].reduce<Plain>(
    (whole, [path, part]) => withPlainAt(whole, path, part),
    plain,
  );
}

function usesToPlain(uses: Uses): Plain {
  if (uses.kinds === null && uses.means === null && uses.tzdata === null) return null;
  const [kinds, means] = [pinToPlain(uses.kinds), pinToPlain(uses.means)];
  return record({ kinds, means, tzdata: uses.tzdata });
}

function pinToPlain(pin: Pin | null): Plain {
  return pin === null || pin.sha256 === null ? (pin?.path ?? null) : { ...pin };
}

function statusToPlain(states: readonly StatusSince[]): Plain {
  return states.map(({ is, since, source }) => record({ is, since, source }));
}

function eventToPlain(event: EventDefinition): Plain {
  const { says, unrecorded } = event;
  return record({ says, unrecorded: unrecorded === "unknown" ? null : unrecorded });
}

function nodeToPlain(node: VocabularyNode): Plain {
  const is = node.is.map((edge) => (edge.open ? `?${edge.to}` : edge.to));
  const labelled = Object.keys(node.labels).length > 0;
  return record({ is: some(is), label: labelled ? { ...node.labels } : null });
}

function provisionToPlain(provision: Provision): Plain {
  return record({ text: provision.text, source: some(provision.source) });
}

function readingToPlain(reading: Reading): Plain {
  return record({
    by: reading.by,
    take: someOf(reading.take, (answers) => answers),
    assume: someOf(reading.assume, timePointToPlain),
    note: reading.note,
  });
}

/** Null for an empty list: a default that is left absent. */
function some(names: readonly string[]): Plain {
  return names.length === 0 ? null : names;
}

function someOf<T>(parts: ReadonlyMap<string, T>, toPlain: (part: T) => Plain): Plain {
  return parts.size === 0 ? null : mapped(parts, toPlain);
}
