// Findings about where words come from (T701, T705, T508) and which elements of a ceasefire text are absent (T702).
import type { Problem } from "../model/problem.ts";
import type { Clause, Holding, Instrument } from "./ast.ts";
import { remark, warning } from "./check.ts";
import type { CheckInput } from "./check.ts";

/** An element of REFERENCE 2: its name, and whether a text has it. Elements without a rule are provisions of that id. */
interface Element {
  readonly number: number;
  readonly name: string;
  readonly isIn?: (instrument: Instrument) => boolean;
}

const someClause =
  (has: (clause: Clause) => boolean) =>
  ({ clauses }: Instrument): boolean =>
    [...clauses.values()].some(has);

/** Ids are those of `provisions` that stand for the element: `monitoring: ...`. */
export const ELEMENTS: ReadonlyMap<string, Element> = new Map([
  ["preamble", { number: 2, name: "preamble and purpose" }],
  ["definitions", { number: 3, name: "definitions", isIn: ({ questions }) => questions.size > 0 }],
  [
    "entry",
    {
      number: 4,
      name: "entry into force",
      isIn: someClause((c) => c.from !== null || c.inForce !== null),
    },
  ],
  [
    "duration",
    { number: 5, name: "duration", isIn: someClause((c) => c.for !== null || c.until !== null) },
  ],
  ["area", { number: 6, name: "geographic scope", isIn: someClause((c) => c.where !== null) }],
  [
    "acts",
    { number: 7, name: "prohibited acts", isIn: someClause((c) => c.effect === "prohibit") },
  ],
  [
    "permitted",
    { number: 8, name: "permitted acts", isIn: someClause((c) => c.effect === "permit") },
  ],
  [
    "exceptions",
    {
      number: 9,
      name: "exceptions",
      isIn: someClause((c) => c.unless !== null || c.overrides.length > 0),
    },
  ],
  [
    "protected",
    { number: 10, name: "protected objects", isIn: someClause((c) => c.targets !== null) },
  ],
  ["lines", { number: 11, name: "lines and separation", isIn: ({ kept }) => kept.has("lines") }],
  ["third-parties", { number: 12, name: "third parties and proxies" }],
  ["monitoring", { number: 13, name: "monitoring body" }],
  ["verification", { number: 14, name: "verification" }],
  ["reporting", { number: 15, name: "reporting" }],
  ["disputes", { number: 16, name: "dispute resolution" }],
  [
    "consequences",
    { number: 17, name: "consequences of a breach", isIn: someClause((c) => c.onBreach !== null) },
  ],
  ["non-derogation", { number: 18, name: "no contrary orders" }],
  ["dissemination", { number: 19, name: "dissemination" }],
  ["humanitarian", { number: 20, name: "prisoners, missing, humanitarian access" }],
  ["security-sector", { number: 21, name: "demobilisation and security sector" }],
  ["good-offices", { number: 22, name: "good offices of third states" }],
  ["other-agreements", { number: 23, name: "relation to other agreements" }],
  ["amendment", { number: 24, name: "amendment" }],
  ["signatures", { number: 25, name: "signatures and languages" }],
]);

/** T508, T701, T702, T705. */
export function checkProvenance(input: CheckInput): readonly Problem[] {
  return [
    ...unsourcedClauses(input),
    ...unsourcedHoldings(input),
    ...unsourcedStatus(input),
    ...absentElements(input),
    ...partiesWithoutStatus(input),
    ...unpinned(input),
  ];
}

function unsourcedClauses({ instrument, places }: CheckInput): readonly Problem[] {
  return [...instrument.clauses.values()]
    .filter(({ source, text }) => source.length === 0 && text === null)
    .map(({ id }) => {
      const message = `clause "${id}" names no source and quotes no text`;
      return warning({ code: "T701", message, at: places("clauses", id) });
    });
}

function unsourcedHoldings({ instrument, places }: CheckInput): readonly Problem[] {
  return [...instrument.questions.values()].flatMap((question) =>
    [...question.answers.values()].flatMap((answer) =>
      answer.held.flatMap((holding) => {
        const lacks = missingFrom(holding);
        if (lacks === null) return [];
        const message = `${holding.by} holds "${answer.id}" on "${question.id}" without ${lacks}`;
        const at = places("questions", question.id, "answers", answer.id, "held");
        return [warning({ code: "T701", message, at })];
      }),
    ),
  );
}

function missingFrom({ source, quote, gist }: Holding): string | null {
  if (source === null) return "a source";
  return quote === null && gist === null ? "a quote or gist" : null;
}

function unsourcedStatus({ instrument, places }: CheckInput): readonly Problem[] {
  return [...instrument.status].flatMap(([party, states]) =>
    states
      .filter(({ source }) => source === null)
      .map(({ is, since }) => {
        const message = `the status "${is}" of ${party} since ${since} names no source`;
        return warning({ code: "T701", message, at: places("status", party) });
      }),
  );
}

function absentElements({ instrument, places }: CheckInput): readonly Problem[] {
  const absent = [...ELEMENTS].filter(
    ([id, { isIn }]) => !instrument.provisions.has(id) && isIn?.(instrument) !== true,
  );
  if (absent.length === 0) return [];
  const names = absent.map(([, { number, name }]) => `${number} ${name}`).join(", ");
  const message = `elements of a ceasefire text that are absent here: ${names}`;
  const help = "absence is no fault; a text without a rule goes under `provisions`";
  return [remark({ code: "T702", message, at: places("title"), help })];
}

function partiesWithoutStatus({ instrument, places }: CheckInput): readonly Problem[] {
  return instrument.parties
    .filter((party) => (instrument.status.get(party) ?? []).length === 0)
    .map((party) => {
      const message = `no status of ${party}: whether it accepted this text is not stated`;
      return warning({ code: "T705", message, at: places("parties") });
    });
}

function unpinned({ instrument, places }: CheckInput): readonly Problem[] {
  const { kinds, means, tzdata } = instrument.uses;
  const open = [
    ...(kinds === null || kinds.sha256 === null ? ["kinds"] : []),
    ...(means === null || means.sha256 === null ? ["means"] : []),
    ...(tzdata === null ? ["tzdata"] : []),
  ];
  if (open.length === 0) return [];
  const message = `not pinned: ${open.join(", ")}; the version id does not cover what they say`;
  return [warning({ code: "T508", message, at: places("uses") })];
}
