// record/statements.yaml and record/stances.yaml: what was said, by whom, through whom; and the stances an issue has.
import type { Stance, Statement } from "../../model/talks.ts";
import type { YamlMap, YamlNode } from "../../model/yaml.ts";
import type { SeedReader } from "./names.ts";

const STANCE = { what: "a stance", required: ["issue", "key", "means"], optional: ["rank"] };
const STATEMENT = {
  what: "a statement",
  required: ["id", "speaker", "party", "issue", "act", "gist", "source"],
  optional: [
    "said",
    "role",
    "to",
    "via",
    "stance",
    "key",
    "disputes",
    "reported",
    "instrument",
    "note",
  ],
};
const ACTS = [
  "announcement",
  "claim",
  "demand",
  "denial",
  "position",
  "promise",
  "proposal",
  "report",
  "threat",
];

/** What statements may refer to beside sources and parties. Empty sets: not known here, taken as they come. */
export interface TalkNames {
  readonly statements: ReadonlySet<string>;
  readonly instruments: ReadonlySet<string>;
  /** `issue/key` of every stance. */
  readonly stances: ReadonlySet<string>;
}

/** Reads one stance; null when it cannot be used. */
export function readStance(reader: SeedReader, row: YamlMap): Stance | null {
  const fields = reader.fields(row, STANCE);
  if (fields === null) return null;
  const issue = reader.id(fields.get("issue"), "issue");
  const key = reader.id(fields.get("key"), "key");
  const means = reader.text(fields.get("means"), "means");
  const rank = reader.number(fields.get("rank"), "rank");
  return issue === null || key === null || means === null ? null : { issue, key, means, rank };
}

/** Reads one statement; without `said` it stays undated. Null when it cannot be used. */
export function readStatement(
  reader: SeedReader,
  row: YamlMap,
  names: TalkNames,
): Statement | null {
  const fields = reader.fields(row, STATEMENT);
  if (fields === null) return null;
  const id = reader.id(fields.get("id"), "statement id");
  const speaker = reader.text(fields.get("speaker"), "speaker");
  const party = reader.party(fields.get("party"));
  const issue = reader.id(fields.get("issue"), "issue");
  const act = readAct(reader, fields.get("act"));
  const gist = reader.text(fields.get("gist"), "gist");
  const source = reader.source(fields.get("source"));
  if (id === null || speaker === null || party === null || issue === null) return null;
  if (act === null || gist === null || source === null) return null;
  const more = readMore(reader, fields, names);
  const stanceKey = readKey(reader, fields.get("key"), { issue, stances: names.stances });
  return { id, speaker, party, issue, act, gist, source, stanceKey, ...more };
}

function readMore(
  reader: SeedReader,
  fields: ReadonlyMap<string, YamlNode>,
  names: TalkNames,
): Pick<
  Statement,
  "said" | "role" | "to" | "via" | "stance" | "disputes" | "reported" | "instrument" | "note"
> {
  return {
    said: reader.day(fields.get("said"), "said"),
    role: reader.text(fields.get("role"), "role"),
    to: reader.text(fields.get("to"), "to"),
    via: reader.texts(fields.get("via"), "via"),
    stance: reader.text(fields.get("stance"), "stance"),
    disputes: reader.each(fields.get("disputes"), (item) =>
      reader.known("statement", item, names.statements),
    ),
    reported: reader.day(fields.get("reported"), "reported"),
    instrument: reader.known("instrument", fields.get("instrument"), names.instruments),
    note: reader.text(fields.get("note"), "note"),
  };
}

function readAct(reader: SeedReader, node: YamlNode | undefined): string | null {
  const act = reader.text(node, "act");
  if (act === null || node === undefined || ACTS.includes(act)) return act;
  return reader.unknownName("204", `unknown act of speech: "${act}"`, act, ACTS, node.at);
}

function readKey(
  reader: SeedReader,
  node: YamlNode | undefined,
  { issue, stances }: { readonly issue: string; readonly stances: ReadonlySet<string> },
): string | null {
  const key = reader.text(node, "key");
  if (key === null || node === undefined || stances.has(`${issue}/${key}`)) return key;
  const valid = [...stances]
    .filter((name) => name.startsWith(`${issue}/`))
    .map((name) => name.slice(issue.length + 1));
  return reader.unknownName("211", `unknown stance on "${issue}": "${key}"`, key, valid, node.at);
}
