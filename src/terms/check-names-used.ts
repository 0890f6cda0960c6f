// Which declared names a text makes use of, and findings about those it never does (T210).
import type { Problem } from "../model/problem.ts";
import type { Clause, Fulfilment, Instrument, Slot, Where } from "./ast.ts";
import { answersOfSort, statedValues, warning } from "./check.ts";
import type { CheckInput } from "./check.ts";

/** Questions some clause asks. */
export function questionsUsed(instrument: Instrument): ReadonlySet<string> {
  const slots = [...instrument.clauses.values()].flatMap(slotsOf);
  const asked = slots.flatMap((slot) => (slot?.kind === "question" ? [slot.question] : []));
  return new Set([...asked, ...sideQuestions(instrument)]);
}

/** Questions about whose an object is: asked by objects and by targets. */
function sideQuestions(instrument: Instrument): readonly string[] {
  const objects = [...instrument.objects.values()].flatMap(({ side, controlledBy }) =>
    [side, controlledBy].flatMap((slot) => (slot?.kind === "question" ? [slot.question] : [])),
  );
  const targets = [...instrument.clauses.values()].flatMap(({ id, targets: slot }) =>
    statedValues(instrument, slot, { sort: "targets", clause: id }).flatMap(({ value }) => value),
  );
  const facets = targets.flatMap((target) =>
    Object.entries(target.facets).flatMap(([facet, value]) =>
      facet.endsWith("-question") ? [value] : [],
    ),
  );
  return [...objects, ...facets];
}

function slotsOf(clause: Clause): readonly (Slot<unknown> | null)[] {
  return [
    clause.by,
    clause.against,
    clause.act,
    clause.targets,
    clause.means,
    clause.where,
    clause.from,
    clause.until,
    clause.for,
    clause.inForce,
    clause.extension,
    clause.applies,
    clause.onBreach,
    clause.unless,
  ];
}

/** T210: zones, flags, events and exceptions nobody cites. */
export function checkUnusedNames({ instrument, places }: CheckInput): readonly Problem[] {
  const clauses = [...instrument.clauses.values()];
  const exceptions = clauses.filter(
    ({ effect, overrides }) => effect === "permit" && overrides.length === 0,
  );
  const declared = [
    { section: "zones", names: instrument.zones.keys(), used: zonesUsed(instrument) },
    { section: "lines", names: instrument.lines.keys(), used: linesUsed(instrument) },
    {
      section: "flags",
      names: instrument.flags.keys(),
      used: new Set(clauses.flatMap((c) => c.when)),
    },
    { section: "events", names: instrument.events.keys(), used: eventsUsed(instrument) },
    { section: "clauses", names: exceptions.map(({ id }) => id), used: exceptionsUsed(instrument) },
  ];
  return declared.flatMap(({ section, names, used }) =>
    [...names].filter((name) => !used.has(name)).map((name) => unused(section, name)),
  );

  function unused(section: string, name: string): Problem {
    const what = section === "clauses" ? "exception" : section.slice(0, -1);
    const message = `${what} "${name}" is never used: no clause cites it`;
    return warning({ code: "T210", message, at: places(section, name) });
  }
}

function zonesUsed(instrument: Instrument): ReadonlySet<string> {
  const named = (where: Where) =>
    [where.target, where.origin, where.either, where.outside].filter((zone) => zone !== null);
  const wheres = [...instrument.clauses.values()].flatMap(({ id, where }) =>
    statedValues(instrument, where, { sort: "where", clause: id }),
  );
  const asked = wheres.flatMap(({ value }) => named(value));
  const own = [...instrument.zones.values()].flatMap((zone) =>
    zone.kind === "per-party" ? [...zone.zones.values()] : [],
  );
  return new Set([...asked, ...own]);
}

/** Lines that zones are measured from, alone or per party. */
function linesUsed(instrument: Instrument): ReadonlySet<string> {
  const measured = [...instrument.zones.values()].flatMap((zone) =>
    zone.kind === "buffer" || zone.kind === "band" ? [zone.of] : [],
  );
  const own = [...instrument.lines.values()].flatMap((line) =>
    line.kind === "per-party" ? [...line.lines.values()] : [],
  );
  return new Set([...measured, ...own]);
}

function eventsUsed(instrument: Instrument): ReadonlySet<string> {
  const clauses = [...instrument.clauses.values()];
  const starts = clauses.flatMap(({ id, from }) =>
    statedValues(instrument, from, { sort: "from", clause: id }),
  );
  const conditions = clauses.flatMap(({ id, inForce }) =>
    statedValues(instrument, inForce, { sort: "in-force", clause: id }),
  );
  return new Set([
    ...starts.flatMap(({ value }) => (value.kind === "event" ? [value.event] : [])),
    ...clauses.flatMap(({ fulfilledBy }) => eventsOf(fulfilledBy)),
    ...conditions.flatMap(({ value }) => value.after),
  ]);
}

function eventsOf(fulfilment: Fulfilment | null): readonly string[] {
  if (fulfilment === null) return [];
  return fulfilment.kind === "together"
    ? fulfilment.events
    : [...fulfilment.parties.values()].flat();
}

function exceptionsUsed(instrument: Instrument): ReadonlySet<string> {
  const written = [...instrument.clauses.values()].flatMap(({ unless }) =>
    unless?.kind === "value" ? unless.value : [],
  );
  return new Set([
    ...written,
    ...answersOfSort(instrument, "unless").flatMap(({ value }) => value),
  ]);
}
