// The words of a reading, part by part: what its clauses say of targets, start, length and so on, in whose words.
// Parts (slots) are comparable across instruments; questions are not. So cards line up by part.
import type { Day } from "../model/instant.ts";
import { compareText } from "../model/problem.ts";
import type {
  Answer,
  AnswerValue,
  Clause,
  Holding,
  Instrument,
  Reading,
  Slot,
  Sort,
} from "../terms/ast.ts";

/** Parts of a clause that a card shows, in the order of a sentence. */
export const WORD_PARTS = [
  "by",
  "act",
  "targets",
  "means",
  "where",
  "against",
  "from",
  "until",
  "for",
  "extension",
  "in-force",
  "applies",
  "unless",
  "on-breach",
] as const satisfies readonly Sort[];

/** One answer in its holder's words. */
export interface AnswerWords {
  /** Null where the clause itself says it, without a question. */
  readonly id: string | null;
  readonly value: AnswerValue;
  /** The holder's own words, or our gist of them; null where nobody's words are on record. */
  readonly quote: string | null;
  readonly gist: string | null;
  readonly source: string | null;
  readonly since: Day | null;
  /** Parties that hold this answer, in id order; empty: nobody. */
  readonly holders: readonly string[];
}

/**
 * What one reading says of one part. `open`: the reading does not answer; `answers` are then all that stay possible. `held`: the
 * comparison gives every reading this answer, whatever its holder says.
 */
export interface PartWords {
  readonly part: Sort;
  readonly question: string | null;
  readonly asks: string | null;
  readonly state: "written" | "taken" | "open" | "held";
  readonly answers: readonly AnswerWords[];
}

/** The parts of a reading's prohibitions, in order of WORD_PARTS; the same words of several clauses once. */
export function readingWords(
  instrument: Instrument,
  reading: Reading,
  hold: ReadonlyMap<string, string> = new Map(),
): readonly PartWords[] {
  const found: PartWords[] = [];
  const seen = new Set<string>();
  const clauses = [...instrument.clauses.values()].filter((clause) => clause.effect !== "permit");
  for (const part of WORD_PARTS) {
    for (const clause of clauses) {
      const slot = slotOf(clause, part);
      const words = slot === null ? null : wordsOfSlot(slot, { instrument, reading, hold, part });
      if (words === null || isSilent(words)) continue;
      const key = meaningKey(words);
      if (!seen.has(key)) found.push(words);
      seen.add(key);
    }
  }
  return found;
}

/** Equal keys mean equal meaning: the same values, or the same question left open. Wording does not enter. */
export function meaningKey(words: PartWords): string {
  const values = words.answers.map((answer) => JSON.stringify(answer.value)).sort(compareText);
  return `${words.part} ${words.state === "open" ? "open" : "said"} ${values.join(" | ")}`;
}

/** Parts whose meaning is not the same in all the given readings, in order of WORD_PARTS. */
export function differingParts(readings: readonly (readonly PartWords[])[]): readonly Sort[] {
  return WORD_PARTS.filter((part) => {
    const keys = readings.map((words) =>
      words
        .filter((one) => one.part === part)
        .map(meaningKey)
        .join("\n"),
    );
    return new Set(keys).size > 1;
  });
}

interface SlotContext {
  readonly instrument: Instrument;
  readonly reading: Reading;
  readonly hold: ReadonlyMap<string, string>;
  readonly part: Sort;
}

function wordsOfSlot(slot: Slot<AnswerValue>, context: SlotContext): PartWords | null {
  const { instrument, reading, hold, part } = context;
  if (slot.kind === "value") {
    const written = { id: null, value: slot.value, quote: null, gist: null };
    const answer: AnswerWords = { ...written, source: null, since: null, holders: [] };
    return { part, question: null, asks: null, state: "written", answers: [answer] };
  }
  const question = instrument.questions.get(slot.question);
  if (question === undefined) return null;
  const held = question.answers.get(hold.get(question.id) ?? "")?.id;
  const taken = held === undefined ? reading.take.get(question.id) : [held];
  const answers = [...question.answers.values()].filter((answer) =>
    taken === undefined ? answer.live : taken.includes(answer.id),
  );
  return {
    part,
    question: question.id,
    asks: question.asks,
    state: held !== undefined ? "held" : taken === undefined ? "open" : "taken",
    answers: answers.map((answer) => answerWords(answer, taken === undefined ? null : reading.by)),
  };
}

/** An answer in the words of one who holds it: of `by`, else of the first. */
export function answerWords(answer: Answer, by: string | null = null): AnswerWords {
  const holding = holdingFor(answer.held, by);
  return {
    id: answer.id,
    value: answer.value,
    quote: holding?.quote ?? null,
    gist: holding?.gist ?? null,
    source: holding?.source ?? null,
    since: holding?.since ?? null,
    holders: [...new Set(answer.held.map((held) => held.by))].sort(compareText),
  };
}

/** The holder's own words for an answer it holds; else those of the first who holds it. */
function holdingFor(held: readonly Holding[], by: string | null): Holding | null {
  return held.find((one) => one.by === by) ?? held[0] ?? null;
}

/** Conditions and exceptions that a text does not have are not words. */
function isSilent(words: PartWords): boolean {
  const [answer] = words.answers;
  if (words.state !== "written" || answer === undefined) return false;
  const { value } = answer;
  if (value.sort === "in-force") return value.value.after.length === 0;
  if (value.sort === "unless") return value.value.length === 0;
  return value.sort === "against" && value.value === "any";
}

function slotOf(clause: Clause, part: (typeof WORD_PARTS)[number]): Slot<AnswerValue> | null {
  switch (part) {
    case "by":
      return tagged(clause.by, (value) => ({ sort: "by", value }));
    case "act":
      return tagged(clause.act, (value) => ({ sort: "act", value }));
    case "targets":
      return tagged(clause.targets, (value) => ({ sort: "targets", value }));
    case "means":
      return tagged(clause.means, (value) => ({ sort: "means", value }));
    case "where":
      return tagged(clause.where, (value) => ({ sort: "where", value }));
    case "against":
      return tagged(clause.against, (value) => ({ sort: "against", value }));
    case "from":
      return tagged(clause.from, (value) => ({ sort: "from", value }));
    case "until":
      return tagged(clause.until, (value) => ({ sort: "until", value }));
    case "for":
      return tagged(clause.for, (value) => ({ sort: "for", value }));
    case "extension":
      return tagged(clause.extension, (value) => ({ sort: "extension", value }));
    case "in-force":
      return tagged(clause.inForce, (value) => ({ sort: "in-force", value }));
    case "applies":
      return tagged(clause.applies, (value) => ({ sort: "applies", value }));
    case "unless":
      return tagged(clause.unless, (value) => ({ sort: "unless", value }));
    case "on-breach":
      return tagged(clause.onBreach, (value) => ({ sort: "on-breach", value }));
    default:
      return part satisfies never;
  }
}

function tagged<T>(slot: Slot<T> | null, tag: (value: T) => AnswerValue): Slot<AnswerValue> | null {
  if (slot === null || slot.kind === "question") return slot;
  return { kind: "value", value: tag(slot.value) };
}
