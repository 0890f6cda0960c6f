// A record that tests write entry by entry: what the door refuses is told, what it admits is folded.
import { refusals } from "../../src/record/fold/admit.ts";
import { fold } from "../../src/record/fold/fold.ts";
import { EMPTY_STATE, thingsOf } from "../../src/record/fold/state.ts";
import type { RecordState, Thing } from "../../src/record/fold/state.ts";
import { parseDraft } from "../../src/record/kinds/entry.ts";
import type { Draft, Entry } from "../../src/record/kinds/entry.ts";

export const T0 = Date.UTC(2026, 0, 1);
export const EVENT = Date.UTC(2025, 2, 24, 12);
export const INCIDENT = {
  day: "2025-03-24",
  occurred: { from: EVENT, until: EVENT + 60_000, basis: "stated", assumed: false },
  place: { name: "Kharkiv", names: {}, admin1: null, country: "Ukraine", regions: [], point: null },
  acts: [],
  means: [],
  things: [],
  sources: ["src-1"],
};
/** Ann has two accounts. */
export const samePerson = (a: string, b: string): boolean =>
  a === b || (a === "ann" && b === "ann-too");

/** A record that is written entry by entry, refused or not, a minute apart. */
export class Log {
  state: RecordState = EMPTY_STATE;
  readonly entries: Entry[] = [];

  say(
    id: string,
    kind: string,
    more: Partial<Record<keyof Draft, unknown>> = {},
  ): readonly string[] {
    const { value, problems } = parseDraft({ id, kind, actor: "rec", ...more });
    if (value === null) throw new Error(JSON.stringify(problems));
    return this.append(value);
  }

  append(draft: Draft): readonly string[] {
    const now = T0 + this.entries.length * 60_000;
    const found = refusals(this.state, draft, { now, samePerson });
    if (found.length > 0) return found.map(({ code, message }) => `${code}: ${message}`);
    const entry: Entry = { ...draft, recordedAt: now, clockSkewMs: 0 };
    this.entries.push(entry);
    this.state = fold(this.state, [entry]);
    return [];
  }

  thing(id: string): Thing {
    const found = this.state.things.get(id);
    if (found === undefined) throw new Error(`no ${id}`);
    return found;
  }

  /** A change that has seen the heads. */
  change(id: string, kind: string, of: string, fields: object, actor = "ann"): readonly string[] {
    return this.say(id, kind, { of, parents: this.thing(of).heads, fields, actor });
  }

  decide(id: string, to: string, more: object = {}, actor = "ann"): readonly string[] {
    const from = this.thing("inc-1").review?.state;
    return this.change(
      id,
      "decision",
      "inc-1",
      { from, to, reasons: ["seen"], examined: [], ...more },
      actor,
    );
  }
}

/** Two sources, three incidents, a report and a denial. */
export function started(): Log {
  const log = new Log();
  const source = (outlet: string): object => ({
    title: "t",
    outlet,
    outletSide: "other",
    published: "2025-03-24",
  });
  for (const [id, outlet] of [
    ["src-1", "one"],
    ["src-2", "two"],
  ] as const)
    log.say(id, "source", { fields: source(outlet) });
  for (const id of ["inc-1", "inc-2", "inc-3"]) log.say(id, "incident", { fields: INCIDENT });
  log.say("rep-1", "report", { fields: { source: "src-2" } });
  log.say("clm-1", "claim", {
    of: "inc-1",
    fields: { predicate: "denial", by: "RU", source: "src-2", denies: "event" },
  });
  return log;
}

/** All that a state holds, comparable. */
export function plain(state: RecordState): object {
  const { things: _things, merges, known, ...rest } = state;
  const byId = [...merges.values()]
    .filter((each) => each !== null)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return { ...rest, things: thingsOf(state), merges: byId, known: known.size };
}

/** What a state says, without the trace of how it came to be. */
export function substance(state: RecordState): object {
  return {
    things: thingsOf(state).map(({ heads: _heads, ...rest }) => rest),
    policy: state.policy,
  };
}
