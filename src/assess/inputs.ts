// The inputs of a verdict: the facts and the questions it may hang on, and how to widen, replace or keep each of them.
import type { Interval } from "../model/instant.ts";
import type { Reading } from "../terms/ast.ts";
import type { ReadingModel } from "./reading-model.ts";
import { readingModel } from "./reading-model.ts";
import { anySituation, inEveryRow } from "./situation.ts";
import type { Situation, ThingOption } from "./situation.ts";

/** Facts and text of one verdict; explanations ask about variants of it. */
export interface Judgement {
  readonly model: ReadingModel;
  readonly situation: Situation;
  readonly incident: string;
}

/** Ids of all inputs: facts in the order of the atoms, then taken questions in id order. */
export function inputIds({ model, situation }: Judgement): readonly string[] {
  const { frame, reading } = model;
  return [
    "actor",
    "act",
    ...frame.events.map((event) => `event:${event}`),
    "time",
    ...frame.zones.map((zone) => `zone:${zone}`),
    ...situation.things.map((_, i) => `thing:${i}`),
    ...(frame.meansLists.length > 0 ? ["means"] : []),
    ...frame.flags.map((flag) => `flag:${flag}`),
    ...[...reading.take.keys()].sort(),
  ];
}

/** The judgement with only `kept` inputs as they are and all others widened to anything. */
export function keepOnly(judgement: Judgement, kept: ReadonlySet<string>): Judgement {
  const { model, situation, incident } = judgement;
  const take = new Map([...model.reading.take].filter(([question]) => kept.has(question)));
  const wide = readingModel(model.context, { ...model.reading, take });
  const widened = inEveryRow(situation, (row) => widenedRow(wide, row, kept));
  return { incident, model: wide, situation: widened };
}

function widenedRow(model: ReadingModel, row: Situation, kept: ReadonlySet<string>): Situation {
  const widest = anySituation(model, row.things.length);
  const pick = <K extends "actors" | "acts" | "means" | "time">(
    id: string,
    key: K,
  ): Situation[K] => (kept.has(id) ? row[key] : widest[key]);
  return {
    time: pick("time", "time"),
    actors: pick("actor", "actors"),
    acts: pick("act", "acts"),
    means: pick("means", "means"),
    things: widest.things.map((options, i) =>
      kept.has(`thing:${i}`) ? (row.things[i] ?? options) : options,
    ),
    zones: mixed(widest.zones, row.zones, (key) => kept.has(`zone:${key}`)),
    apart: row.apart.filter((answers) => answers.every(([key]) => kept.has(`zone:${key}`))),
    flags: mixed(widest.flags, row.flags, (key) => kept.has(`flag:${key}`)),
    events: mixed(widest.events, row.events, (key) => kept.has(`event:${key}`)),
  };
}

/** One replacement of one input's value. */
export type Replacement =
  | { readonly input: "time"; readonly value: Interval }
  | { readonly input: "actor" | "act" | "means"; readonly value: string }
  | { readonly input: `thing:${number}`; readonly value: ThingOption }
  | { readonly input: `zone:${string}` | `flag:${string}`; readonly value: boolean }
  | { readonly input: `event:${string}`; readonly value: "no" }
  | { readonly input: `question:${string}`; readonly value: string };

/** The judgement with one input replaced. */
export function replace(judgement: Judgement, change: Replacement): Judgement {
  const { model, situation } = judgement;
  const name = change.input.slice(change.input.indexOf(":") + 1);
  if (change.input.startsWith("question:")) {
    const take = new Map(model.reading.take).set(name, [String(change.value)]);
    const reading: Reading = { ...model.reading, take };
    return { ...judgement, model: readingModel(model.context, reading) };
  }
  const replaced = inEveryRow(situation, (row) => replaceFact(row, name, change));
  return { ...judgement, situation: replaced };
}

function replaceFact(situation: Situation, name: string, change: Replacement): Situation {
  if (change.input === "time") return { ...situation, time: change.value };
  if (change.input === "actor") return { ...situation, actors: [change.value] };
  if (change.input === "act") return { ...situation, acts: [change.value] };
  if (change.input === "means") return { ...situation, means: [change.value] };
  if (typeof change.value === "boolean") {
    return change.input.startsWith("zone:")
      ? replaceZone(situation, name, change.value)
      : { ...situation, flags: { ...situation.flags, [name]: [change.value] } };
  }
  if (change.value === "no") return { ...situation, events: { ...situation.events, [name]: "no" } };
  if (typeof change.value === "object" && "leaf" in change.value) {
    const option = change.value;
    return {
      ...situation,
      things: situation.things.map((old, i) => (i === Number(name) ? [option] : old)),
    };
  }
  return situation;
}

/** What its place excluded does not hold of another place. */
function replaceZone(situation: Situation, key: string, inside: boolean): Situation {
  const apart = situation.apart.filter((answers) => answers.every(([other]) => other !== key));
  return { ...situation, zones: { ...situation.zones, [key]: [inside] }, apart };
}

function mixed<T>(
  widest: Readonly<Record<string, T>>,
  known: Readonly<Record<string, T>>,
  keeps: (key: string) => boolean,
): Readonly<Record<string, T>> {
  return Object.fromEntries(
    Object.entries(widest).map(([key, value]) => [key, keeps(key) ? (known[key] ?? value) : value]),
  );
}
