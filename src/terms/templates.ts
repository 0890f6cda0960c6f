// Clauses to begin with, one for each thing that ceasefire texts commonly do: each is a list of changes of a text, to be made at will
// into what is meant. Nobody holds them and no reading is given more than another.
import type { Instrument, Plain } from "./ast.ts";
import { clauseToPlain } from "./clause-to-plain.ts";
import type { TermsEdit } from "./edit-terms.ts";
import { isPlainMap } from "./plain.ts";

export const TEMPLATES = [
  "strikes",
  "withdrawal",
  "return-fire",
  "deadline",
  "two-readings",
] as const;
export type Template = (typeof TEMPLATES)[number];

/** What is at hand where a clause is added. */
export interface TemplateGround {
  /** Null for a text that is only begun. */
  readonly instrument: Instrument | null;
  /** Bound by the text, alphabetical. */
  readonly parties: readonly string[];
  /** Acts of the case. */
  readonly acts: readonly string[];
  /** Kinds that are of no other: together they are everything. */
  readonly kinds: readonly string[];
  /** First day of a period that the text does not give yet, and its zone. */
  readonly day: string;
  readonly zone: string;
  readonly words: TemplateWords;
}

/** What a new part says of itself, in the language of whoever adds it. */
export interface TemplateWords {
  readonly line: string;
  readonly returnFire: string;
  readonly done: string;
  readonly asks: string;
}

export function parseTemplate(text: string): Template | null {
  return TEMPLATES.find((template) => template === text) ?? null;
}

/** The changes that add a template's clause, under names that the text does not use yet. */
export function templateEdits(template: Template, ground: TemplateGround): readonly TermsEdit[] {
  switch (template) {
    case "strikes":
      return [clause(ground, "strikes", { ...actOf(ground, "strike"), targets: ground.kinds })];
    case "withdrawal":
      return withdrawal(ground);
    case "return-fire":
      return returnFire(ground);
    case "deadline":
      return deadline(ground);
    case "two-readings":
      return twoReadings(ground);
    default:
      return template satisfies never;
  }
}

function withdrawal(ground: TemplateGround): readonly TermsEdit[] {
  const { instrument, words } = ground;
  const line = free("line", instrument?.lines);
  const zone = free("withdrawal-zone", instrument?.zones);
  return [
    set(["lines", line], { geometry: "none-agreed", says: words.line }),
    set(["zones", zone], { buffer: { of: line, metres: 15_000 } }),
    clause(ground, "withdrawal", { ...actOf(ground, "deploy"), where: { target: zone } }),
  ];
}

/** The permit, and its name at every prohibition that has a list of exceptions or none. */
function returnFire(ground: TemplateGround): readonly TermsEdit[] {
  const { instrument, parties, words } = ground;
  const flag = free("return-fire", instrument?.flags);
  const permit = free("return-fire", instrument?.clauses);
  const excepted = [...(instrument?.clauses.values() ?? [])].flatMap(({ id, effect, unless }) => {
    if (effect !== "prohibit" || unless?.kind === "question") return [];
    return [set(["clauses", id, "unless"], [...(unless?.value ?? []), permit])];
  });
  return [
    set(["flags", flag], words.returnFire),
    set(["clauses", permit], { effect: "permit", by: parties, when: { flags: [flag] } }),
    ...excepted,
  ];
}

function deadline(ground: TemplateGround): readonly TermsEdit[] {
  const { instrument, parties, words } = ground;
  const event = free("done", instrument?.events);
  const id = free("obligation", instrument?.clauses);
  const from = periodOf(ground)["from"] ?? startOf(ground);
  const rule = { effect: "require", by: parties, from, due: "P14D", "fulfilled-by": [event] };
  return [set(["events", event], { says: words.done }), set(["clauses", id], rule)];
}

function twoReadings(ground: TemplateGround): readonly TermsEdit[] {
  const { instrument, words, kinds } = ground;
  const question = free("scope", instrument?.questions);
  const targets = { question };
  const narrow = kinds.slice(0, 1);
  const answers = { wide: { targets: kinds }, narrow: { targets: narrow } };
  const readings = ["narrow", "wide"].map((answer) => {
    const id = free(answer, instrument?.readings);
    return set(["readings", id], { take: { [question]: answer } });
  });
  return [
    set(["questions", question], { asks: words.asks, answers }),
    clause(ground, "scope", { ...actOf(ground, "strike"), targets }),
    ...readings,
  ];
}

type PlainMap = { readonly [key: string]: Plain };

function clause(ground: TemplateGround, name: string, parts: PlainMap): TermsEdit {
  const id = free(name, ground.instrument?.clauses);
  const period = periodOf(ground);
  return set(["clauses", id], { effect: "prohibit", by: ground.parties, ...parts, ...period });
}

/** The period of the text's first prohibition, so that a clause that is added holds as long; else 30 days. */
function periodOf(ground: TemplateGround): PlainMap {
  const first = [...(ground.instrument?.clauses.values() ?? [])].find(
    ({ effect, from }) => effect === "prohibit" && from !== null,
  );
  const plain = first === undefined ? null : clauseToPlain(first);
  if (plain === null || !isPlainMap(plain)) return { from: startOf(ground), for: "P30D" };
  const period = ["from", "until", "for"].map((key) => [key, plain[key] ?? null] as const);
  return Object.fromEntries(period.filter(([, value]) => value !== null));
}

function startOf({ day, zone }: TemplateGround): Plain {
  return { on: day, tz: zone };
}

/** The act where the case knows it; a clause without one speaks of any use of force. */
function actOf({ acts }: TemplateGround, act: string): PlainMap {
  return acts.includes(act) ? { act } : {};
}

function set(path: readonly string[], value: Plain): TermsEdit {
  return { kind: "set", path, value };
}

/** The name, or the first of `name-2`, `name-3` that is free. */
function free(name: string, taken: ReadonlyMap<string, unknown> | undefined): string {
  if (taken?.has(name) !== true) return name;
  let next = 2;
  while (taken.has(`${name}-${next}`)) next++;
  return `${name}-${next}`;
}
