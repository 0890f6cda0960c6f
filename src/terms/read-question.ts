// Questions a text leaves open, their answers, and who holds which since when (TERMS 1.1).
import type { YamlEntry, YamlNode } from "../model/yaml.ts";
import type { Answer, AnswerValue, Holding, Question, Sort } from "./ast.ts";
import { peekKeys, readName } from "./scope.ts";
import type { Scope } from "./scope.ts";
import {
  readActs,
  readAgainst,
  readBoundParties,
  readMeans,
  readTargets,
  readUnless,
  readWhere,
} from "./read-target.ts";
import {
  readDuration,
  readExtension,
  readInForce,
  readOnBreach,
  readPeriodStart,
  readTimePoint,
} from "./read-time.ts";

/** The value keys an answer may have, each a sort. */
export const SORTS: readonly Sort[] = [
  "act",
  "targets",
  "means",
  "where",
  "from",
  "until",
  "for",
  "extension",
  "on-breach",
  "in-force",
  "applies",
  "unless",
  "by",
  "against",
  "side",
];

/** The sorts among the keys of an answer: exactly one in a good text. */
export function sortsOf(answer: YamlNode | undefined): readonly Sort[] {
  const keys = peekKeys(answer);
  return SORTS.filter((sort) => keys.includes(sort));
}

/** One question; null after its problems were reported. */
export function readQuestion(scope: Scope, entry: YamlEntry): Question | null {
  const { reader, declared } = scope;
  const what = `question "${entry.key}"`;
  const fields = reader.fields(entry.value, { what, required: ["asks", "answers"] });
  const asks = reader.text(fields?.get("asks"), `"asks" of ${what}`);
  const sort = declared.questions.get(entry.key) ?? null;
  const answers = reader
    .entries(fields?.get("answers"), `the answers of ${what}`)
    .map((answer) => readAnswer(scope, answer, sort))
    .filter((answer) => answer !== null);
  if (asks === null) return null;
  return { id: entry.key, asks, answers: new Map(answers.map((answer) => [answer.id, answer])) };
}

function readAnswer(scope: Scope, entry: YamlEntry, sort: Sort | null): Answer | null {
  const { reader } = scope;
  const what = `answer "${entry.key}"`;
  const optional = [...SORTS, "held", "live", "note", "text"];
  const fields = reader.fields(entry.value, { what, optional });
  if (fields === null) return null;
  const value = readAnswerValue(scope, entry, sort);
  const held = readHoldings(scope, fields.get("held"));
  const live = reader.boolean(fields.get("live"), `"live"`) ?? true;
  const note = reader.text(fields.get("note"), `"note"`);
  const text = reader.text(fields.get("text"), `"text"`);
  return value === null ? null : { id: entry.key, value, held, live, note, text };
}

function readAnswerValue(scope: Scope, entry: YamlEntry, sort: Sort | null): AnswerValue | null {
  const { reader } = scope;
  const [own, second] = sortsOf(entry.value);
  const what = `answer "${entry.key}"`;
  if (own === undefined) {
    const message = `${what} has no value; expected one of ${SORTS.join(", ")}`;
    return reader.report("102", message, entry.keyAt);
  }
  if (second !== undefined) {
    const message = `${what} has two values, "${own}" and "${second}"; expected one`;
    return reader.report("105", message, entry.keyAt);
  }
  if (sort !== null && own !== sort) {
    const message = `${what} is of sort "${own}", the answers before it of sort "${sort}"`;
    return reader.report("207", message, entry.keyAt);
  }
  const node = reader.fields(entry.value, { what, optional: peekKeys(entry.value) })?.get(own);
  return node === undefined ? null : readSortValue(scope, own, node);
}

/** The value of one sort; null after problems were reported. */
function readSortValue(scope: Scope, sort: Sort, node: YamlNode): AnswerValue | null {
  switch (sort) {
    case "act":
      return valued(sort, readActs(scope, node));
    case "targets":
      return valued(sort, readTargets(scope, node));
    case "means":
      return valued(sort, readMeans(scope, node));
    case "where":
      return valued(sort, readWhere(scope, node));
    case "from":
      return valued(sort, readPeriodStart(scope, node));
    case "until":
      return valued(sort, readTimePoint(scope, node));
    case "for":
      return valued(sort, readDuration(scope, node));
    case "extension":
      return valued(sort, readExtension(scope, node));
    case "on-breach":
      return valued(sort, readOnBreach(scope, node));
    case "in-force":
      return valued(sort, readInForce(scope, node));
    case "applies":
      return valued(sort, scope.reader.boolean(node, `"applies"`));
    case "unless":
      return valued(sort, readUnless(scope, node));
    case "by":
      return valued(sort, readBoundParties(scope, node));
    case "against":
      return valued(sort, readAgainst(scope, node));
    case "side":
      return valued(sort, readParty(scope, node));
    default:
      return sort satisfies never;
  }
}

function readParty(scope: Scope, node: YamlNode): string | null {
  return readName(scope, node, { code: "205", what: "party", valid: scope.declared.everyone });
}

function valued<S extends Sort, T>(sort: S, value: T | null) {
  return value === null ? null : { sort, value };
}

function readHoldings(scope: Scope, node: YamlNode | undefined): readonly Holding[] {
  if (node === undefined) return [];
  const items = node.kind === "list" ? node.items : [node];
  return items.map((item) => readHolding(scope, item)).filter((holding) => holding !== null);
}

function readHolding(scope: Scope, node: YamlNode): Holding | null {
  const { reader, declared } = scope;
  const optional = ["since", "until", "source", "quote", "gist"];
  const fields = reader.fields(node, { what: `"held"`, required: ["by"], optional });
  if (fields === null) return null;
  const holder = {
    code: "205",
    what: "party or other named by this text",
    valid: declared.everyone,
  };
  const by = readName(scope, fields.get("by"), holder);
  const since = reader.day(fields.get("since"), `"since"`);
  const until = reader.day(fields.get("until"), `"until"`);
  const source = readSource(scope, fields.get("source"));
  const quote = reader.text(fields.get("quote"), `"quote"`);
  const gist = reader.text(fields.get("gist"), `"gist"`);
  if (since !== null && until !== null && until <= since) {
    const message = `the holding ends before it starts: ${until} <= ${since}`;
    reader.report("501", message, fields.get("until")?.at ?? node.at);
  }
  return by === null ? null : { by, since, until, source, quote, gist };
}

/** One source id, checked where the case's sources are known (T208). */
export function readSource(scope: Scope, node: YamlNode | undefined): string | null {
  return readName(scope, node, { code: "208", what: "source", valid: scope.context.sources });
}
