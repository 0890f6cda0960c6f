// The second judge: TERMS 2 by brute force. Every text world against every fact world, one verdict for each pair, then one verdict
// for all. It exists to disagree with src/assess, which its author has not read.
import { outcomeOf } from "./cell.ts";
import type { Breach, Outcome } from "./cell.ts";
import { ATOMS } from "./clause.ts";
import type { Atom } from "./clause.ts";
import type { Document, Reading, Vocabularies } from "./document.ts";
import { eventWorldsOf, eventsAsked, recordedInstants } from "./events.ts";
import { factWorldsOf } from "./fact-worlds.ts";
import type { FactWorld } from "./fact-worlds.ts";
import { intervalOf, rowsOf } from "./incident.ts";
import type { Events, Incident } from "./incident.ts";
import { turningPoints } from "./period.ts";
import type { EventWorld } from "./period.ts";
import { assumedEvents, endOf, rulesOf } from "./rules.ts";
import type { Rule, TextWorld } from "./rules.ts";
import { standingOf } from "./standing.ts";
import { textWorldsOf } from "./text-worlds.ts";
import { edgesFor, wordsOf } from "./words.ts";

/** What is asked: an incident, what came before it, what the record says of events. */
export interface Matter {
  readonly document: Document;
  readonly vocabularies: Vocabularies;
  readonly incident: Incident;
  readonly before: readonly Incident[];
  readonly events: Events;
  /** Pairs of worlds beyond which to give up with a RangeError. */
  readonly most?: number;
}

/** The answer of TERMS 2.9. Reasons in alphabetical order. */
export interface Finding {
  readonly verdict: "violation" | "not-covered" | "conflict" | "undetermined";
  readonly reasons: readonly Atom[];
  readonly cause: "facts" | "text" | "both" | null;
  readonly standing: "applies" | "unclear" | "would-apply";
}

interface Text {
  readonly world: TextWorld;
  readonly rules: readonly Rule[];
  readonly assumed: EventWorld;
}

interface Facts {
  readonly own: FactWorld;
  readonly before: readonly FactWorld[];
  readonly events: EventWorld;
}

// The corpus stays below.
const MOST_CELLS = 100_000;

/** The verdict of a reading. */
export function secondVerdict(matter: Matter, reading: Reading): Finding {
  const { document, vocabularies, incident, before } = matter;
  const words = wordsOf(document, vocabularies);
  const rows = [incident, ...before].flatMap(rowsOf);
  const worlds = textWorldsOf(document, reading, edgesFor(words, rows));
  const texts = worlds.map((world) => ({
    world,
    rules: rulesOf(document, world),
    assumed: assumedEvents(reading.assume ?? {}, world),
  }));
  const facts = factsOf(matter, texts, {
    document,
    words,
    edges: worlds.map(({ edges }) => edges),
  });
  const matrix = texts.map((text) =>
    facts.map((fact) => decide(text, fact, { words, parties: document.parties })),
  );
  return { ...summedUp(matrix), standing: standingOf(document, reading, incident) };
}

function factsOf(
  matter: Matter,
  texts: readonly Text[],
  asked: Parameters<typeof factWorldsOf>[2],
): readonly Facts[] {
  const { document, incident, before, events } = matter;
  const rules = texts.flatMap((text) => text.rules);
  const names = eventsAsked(rules, document.parties);
  const record = { asked: names, events };
  const intervals = [incident, ...before].map(intervalOf);
  const rows = [incident, ...before].flatMap(rowsOf).map(intervalOf);
  const cuts = cutsOf(
    texts,
    recordedInstants(names, events),
    Math.max(...intervals.map(([, until]) => until)),
  );
  const seeds = rows.flatMap(([from, until]) => [from, until - 1, from + 1]);
  const instants = intervals.map(([from, until]) =>
    within([from, until - 1, ...cuts, ...seeds], from, until),
  );
  const points = [...new Set([...cuts, ...instants.flat()])];
  const eventWorlds = eventWorldsOf(document, record, [...points, ...startsBefore(rules, points)]);
  const own = factWorldsOf(incident, instants[0] ?? [], asked);
  const earlier = before.map((each, index) => factWorldsOf(each, instants[index + 1] ?? [], asked));
  const records = earlier.reduce<readonly (readonly FactWorld[])[]>(
    (sofar, list) => sofar.flatMap((head) => list.map((world) => [...head, world])),
    [[]],
  );
  const size = own.length * records.length * eventWorlds.length * texts.length;
  if (size > (matter.most ?? MOST_CELLS)) throw new RangeError(`${size} worlds`);
  return own.flatMap((world) =>
    records.flatMap((past) =>
      eventWorlds.map((when) => ({ own: world, before: past, events: when })),
    ),
  );
}

// Instants at which some rule begins, ends or may be prolonged, in any text world.
function cutsOf(
  texts: readonly Text[],
  recorded: readonly number[],
  last: number,
): readonly number[] {
  const lengths = texts.flatMap(({ rules }) =>
    rules.flatMap(({ length }) => (length === null ? [] : [length])),
  );
  const turns = texts.flatMap(({ rules, assumed }) =>
    rules.flatMap((rule) => turningPoints(rule, assumed, last)),
  );
  const ends = recorded.flatMap((at) => lengths.map((length) => endOf(at, length)));
  return [...new Set([...turns, ...recorded, ...ends])].filter(Number.isFinite);
}

// Starts from which a rule would end exactly at one of the instants.
function startsBefore(rules: readonly Rule[], instants: readonly number[]): readonly number[] {
  const lengths = new Set(
    rules
      .filter(({ start }) => typeof start !== "number")
      .flatMap(({ length }) => (length === null ? [] : [endOf(0, length)])),
  );
  return instants.flatMap((at) => [...lengths].map((length) => at - length));
}

function within(instants: readonly number[], from: number, until: number): readonly number[] {
  return [...new Set(instants)].filter((at) => at >= from && at < until).sort((a, b) => a - b);
}

function decide(
  text: Text,
  facts: Facts,
  {
    words,
    parties,
  }: { words: Parameters<typeof factWorldsOf>[2]["words"]; parties: readonly string[] },
): Outcome {
  const events = new Map([...facts.events, ...text.assumed]);
  const cellOf = (world: FactWorld): Parameters<typeof outcomeOf>[1] => ({
    text: text.world,
    words,
    events,
    facts: world,
  });
  const breaches: Breach[] = [];
  // Release among three or more sides is not judged (TERMS 10): nobody is released.
  const past = parties.length > 2 ? [] : [...facts.before].sort((a, b) => a.at - b.at);
  for (const earlier of past) {
    const outcome = outcomeOf(text.rules, cellOf(earlier), breaches);
    if (outcome.kind === "violation") breaches.push({ by: earlier.actor, at: earlier.at });
  }
  return outcomeOf(text.rules, cellOf(facts.own), breaches);
}

function summedUp(matrix: readonly (readonly Outcome[])[]): Omit<Finding, "standing"> {
  const all = matrix.flat();
  const reasons = ATOMS.filter((atom) =>
    all.some((each) => each.kind === "not-covered" && each.reasons.includes(atom)),
  );
  const [first, ...others] = new Set(all.map(({ kind }) => kind));
  if (first === undefined) throw new Error("no world at all");
  const sorted = [...reasons].sort((a, b) => (a < b ? -1 : 1));
  if (others.length === 0) return { verdict: first, reasons: sorted, cause: null };
  const facts = matrix.some((row) => varies(row));
  const text = (matrix[0] ?? []).some((_, column) =>
    varies(matrix.flatMap((row) => row[column] ?? [])),
  );
  return {
    verdict: "undetermined",
    reasons: sorted,
    cause: facts && text ? "both" : facts ? "facts" : "text",
  };
}

function varies(outcomes: readonly Outcome[]): boolean {
  return new Set(outcomes.map(({ kind }) => kind)).size > 1;
}
