// Findings about readings and questions that only situations tell: protected in one reading only (T310), two readings of one
// meaning (T604), a reading that decides nothing (T607), answers of one meaning (T603), a question that never matters (T606).
import { compareText } from "../../model/problem.ts";
import { canonicalAnswer } from "../../terms/canonical-terms.ts";
import type { Answer, Question } from "../../terms/ast.ts";
import { isWithin } from "../nested.ts";
import type { Picks } from "../pick.ts";
import type { ReadingModel } from "../reading-model.ts";
import type { TextWorld } from "../text-world.ts";
import type { VerdictKind } from "../verdict.ts";
import type { Finding } from "./finding.ts";
import { shownBy } from "./finding.ts";
import type { SituationClass } from "./grid.ts";
import { sayings, valueOf, verdictOf } from "./meaning.ts";
import { digitsOf } from "./space.ts";
import type { Survey } from "./survey.ts";
import { foldedNames, quotedList } from "./words.ts";

/** T310, T603, T604, T606, T607. */
export function findInReadings(survey: Survey): readonly Finding[] {
  const verdicts = survey.grid.classes.map((cls) => ({
    cls,
    kinds: survey.readings.map((model) => verdictOf(survey.grid, cls, model)),
  }));
  return [
    ...survey.readings.flatMap((model, index) => [
      ...alone(survey, { model, index, verdicts }),
      ...decidesNothing(survey, { model, index, verdicts }),
    ]),
    ...sameMeaning(survey),
    ...[...survey.loaded.instrument.questions.values()].flatMap((question) =>
      findInQuestion(survey, question),
    ),
  ];
}

interface Judged {
  readonly cls: SituationClass;
  /** One verdict a reading. */
  readonly kinds: readonly VerdictKind[];
}

interface OfReading {
  readonly model: ReadingModel;
  readonly index: number;
  readonly verdicts: readonly Judged[];
}

/** Surely a violation under this reading, under no other one surely, and under some other surely none. */
function alone(survey: Survey, { model, index, verdicts }: OfReading): readonly Finding[] {
  const found = verdicts.filter(
    ({ kinds }) =>
      kinds[index] === "violation" &&
      kinds.filter((kind) => kind === "violation").length === 1 &&
      kinds.includes("not-covered"),
  );
  const [first] = found;
  if (first === undefined) return [];
  const { id } = model.reading;
  const told = survey.readings.map(({ reading }, i) => `${reading.id} ${first.kinds[i] ?? ""}`);
  return [
    {
      code: "T310",
      severity: "info",
      message: `protected under reading "${id}" only: ${thingsOf(survey, found).join(", ")}`,
      path: ["readings", id],
      shown: `${shownBy(survey, first)}: ${told.join(", ")}`,
    },
  ];
}

/** Kinds of things in situations of these classes. */
function thingsOf({ grid, context }: Survey, found: readonly Judged[]): readonly string[] {
  const ids = new Set(found.map(({ cls }) => cls.id));
  const things = new Set<number>();
  grid.classOf.forEach((id, at) => {
    if (ids.has(id)) things.add(digitsOf(grid.space, at).things);
  });
  const leaves = [...things].flatMap((thing) =>
    (grid.space.things[thing] ?? []).map(({ leaf }) => leaf),
  );
  return foldedNames([context.kinds.vocabulary], leaves);
}

function decidesNothing(survey: Survey, { model, index, verdicts }: OfReading): readonly Finding[] {
  const decides = verdicts.some(
    ({ kinds }) => kinds[index] === "violation" || kinds[index] === "conflict",
  );
  if (
    decides ||
    survey.worlds.every(({ rules }) => rules.every(({ effect }) => effect !== "prohibit"))
  )
    return [];
  const first = verdicts.find(({ kinds }) => kinds[index] === "undetermined") ?? verdicts[0];
  const { id } = model.reading;
  return [
    {
      code: "T607",
      severity: "warning",
      message: `reading "${id}" decides nothing: under it no incident could ever surely be a violation`,
      path: ["readings", id],
      ...(first === undefined
        ? {}
        : { shown: `${shownBy(survey, first)}: ${first.kinds[index] ?? "not-covered"}` }),
    },
  ];
}

/** Different answers that compile to the same rules. Answers that only the record can tell apart count as different. */
function sameMeaning({ readings, loaded }: Survey): readonly Finding[] {
  const meaningOf = ({ worlds, edges, reading }: ReadingModel): string => {
    const untold = [...reading.take].filter(([question]) =>
      hangsOnRecord(loaded.instrument.questions.get(question)),
    );
    return JSON.stringify([worlds.map(({ key }) => key).sort(), inOrder(edges), inOrder(untold)]);
  };
  const choiceOf = ({ reading }: ReadingModel): string =>
    JSON.stringify([inOrder(reading.take), inOrder(reading.assume)]);
  return readings.flatMap((model, index) => {
    const twin = readings
      .slice(0, index)
      .find(
        (other) => meaningOf(other) === meaningOf(model) && choiceOf(other) !== choiceOf(model),
      );
    if (twin === undefined) return [];
    const [a, b] = [twin.reading.id, model.reading.id];
    const message = `readings "${a}" and "${b}" take different answers and mean the same`;
    const related = [{ message: `reading "${a}"`, path: ["readings", a] }];
    return [
      { code: "T604", severity: "warning" as const, message, path: ["readings", b], related },
    ];
  });
}

function inOrder(entries: Iterable<readonly [string, unknown]>) {
  return [...entries].sort(([a], [b]) => compareText(a, b));
}

function hangsOnRecord(question: Question | undefined): boolean {
  return liveAnswers(question).some(
    ({ value }) => value.sort === "extension" || value.sort === "on-breach",
  );
}

/** Days and hours: which it is matters only where clocks change (T504). */
function countsDays(question: Question): boolean {
  const kinds = liveAnswers(question).flatMap(({ value }) =>
    value.sort === "for" ? [value.value.kind] : [],
  );
  return new Set(kinds).size > 1;
}

function liveAnswers(question: Question | undefined): readonly Answer[] {
  return [...(question?.answers.values() ?? [])].filter(({ live }) => live);
}

function findInQuestion(survey: Survey, question: Question): readonly Finding[] {
  const live = liveAnswers(question);
  if (live.length < 2 || hangsOnRecord(question) || countsDays(question)) return [];
  const pairs = live.flatMap((a, i) => live.slice(i + 1).map((b) => [a, b] as const));
  const alike = pairs.filter(([a, b]) => isOneMeaning(survey, a, b));
  if (alike.length < pairs.length && isAsked(survey, question) && !matters(survey, question))
    return [neverMatters(question)];
  return alike
    .filter(([a, b]) => canonicalAnswer(a.value) !== canonicalAnswer(b.value))
    .map(([a, b]) => ({
      code: "T603",
      severity: "info",
      message: `answers "${a.id}" and "${b.id}" to question "${question.id}" are worded apart and mean the same`,
      path: ["questions", question.id, "answers", b.id],
      help: "give one answer both holders",
      related: [{ message: `answer "${a.id}"`, path: ["questions", question.id, "answers", a.id] }],
    }));
}

/** By what the values say, wherever they stand. */
function isOneMeaning({ context }: Survey, a: Answer, b: Answer): boolean {
  if (canonicalAnswer(a.value) === canonicalAnswer(b.value)) return true;
  return isWithin(context, a.value, b.value) && isWithin(context, b.value, a.value);
}

/** A question that no clause asks is found without situations. */
function isAsked({ loaded }: Survey, { id }: Question): boolean {
  return [...loaded.instrument.clauses.values()].some((clause) =>
    Object.values(clause).some(
      (slot: unknown) =>
        typeof slot === "object" && slot !== null && "question" in slot && slot.question === id,
    ),
  );
}

/** Some world in which another answer, all else alike, gives another value to some situation. */
function matters(survey: Survey, { id }: Question): boolean {
  return survey.open.some(({ worlds }) => mattersAmong(survey, worlds, id));
}

function mattersAmong(survey: Survey, among: readonly TextWorld[], id: string): boolean {
  const groups = new Map<string, TextWorld[]>();
  for (const world of among) {
    for (const picks of world.picks) {
      const key = otherPicks(picks, id);
      groups.set(key, [...(groups.get(key) ?? []), world]);
    }
  }
  return [...groups.values()].some((worlds) => {
    const distinct = [...new Set(worlds)];
    return survey.grid.classes.some(
      (cls) => new Set(distinct.map((world) => tableOf(survey, cls, world))).size > 1,
    );
  });
}

function otherPicks(picks: Picks, question: string): string {
  return JSON.stringify([...picks].filter(([id]) => id !== question));
}

/** Values of a world about a class, as open edges turn out. */
function tableOf({ grid }: Survey, cls: SituationClass, world: TextWorld): string {
  const rows = sayings(grid, cls, world, new Map()).map(({ edges, matching }) => ({
    edges: [...edges].filter(([, isIn]) => isIn).map(([edge]) => edge),
    value: valueOf(matching),
  }));
  const values = new Set(rows.map(({ value }) => value));
  return values.size === 1 ? [...values].join() : JSON.stringify(rows);
}

function neverMatters(question: Question): Finding {
  const answers = quotedList(liveAnswers(question).map(({ id }) => id));
  return {
    code: "T606",
    severity: "warning",
    message: `question "${question.id}" never matters: ${answers} give the same verdict in every situation`,
    path: ["questions", question.id],
  };
}
