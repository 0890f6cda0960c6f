// record/statements.yaml, `statements` of talks.yaml, record/stances.yaml: what was said, by whom, through whom; and the stances an issue has.
import { SPEECH_ACTS, STATEMENT_FLAGS, STATEMENT_FORMS } from "../../model/talks.ts";
import type { Stance, Statement } from "../../model/talks.ts";
import type { YamlMap, YamlNode } from "../../model/yaml.ts";
import { readCitation } from "./citation.ts";
import type { SeedReader } from "./names.ts";
import { listedName } from "./talk-names.ts";
import type { TalkNames } from "./talk-names.ts";
import { readTalkTime } from "./talk-time.ts";

const STANCE = { what: "a stance", required: ["issue", "key", "means"], optional: ["rank"] };
const STATEMENT = {
  what: "a statement",
  required: ["id", "speaker", "party", "act", "source"],
  optional: [
    ...["said", "role", "to", "chain", "form", "flags", "issue", "gist", "stance", "key"],
    ...["disputes", "reported", "instrument", "note"],
  ],
};

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
  const act = readAct(reader, fields.get("act"));
  const said = readTalkTime(reader, fields.get("said"), "said");
  const source = readCitation(reader, fields.get("source"));
  const content = readContent(reader, fields, names);
  const relay = readRelay(reader, fields);
  const note = reader.text(fields.get("note"), "note");
  if (id === null || speaker === null || party === null) return null;
  if (act === null || said === null || source === null) return null;
  if (content.gist === null && source.quote === null && source.span === null) {
    return reader.report(
      "102",
      `a statement lacks the field "gist", or a citation of its words`,
      row.at,
    );
  }
  return { id, speaker, party, act, said, source, note, ...content, ...relay };
}

type Fields = ReadonlyMap<string, YamlNode>;

function readContent(
  reader: SeedReader,
  fields: Fields,
  names: TalkNames,
): Pick<Statement, "issue" | "gist" | "stance" | "stanceKey" | "disputes" | "instrument"> {
  const issue = listedName(reader, "issue", fields.get("issue"), names);
  return {
    issue,
    gist: reader.text(fields.get("gist"), "gist"),
    stance: reader.text(fields.get("stance"), "stance"),
    stanceKey: readKey(reader, fields.get("key"), { issue, stances: names.stances }),
    disputes: reader.each(fields.get("disputes"), (item) =>
      reader.known("statement", item, names.statements),
    ),
    instrument: reader.known("instrument", fields.get("instrument"), names.instruments),
  };
}

/** How the words came to us. */
function readRelay(
  reader: SeedReader,
  fields: Fields,
): Pick<Statement, "role" | "to" | "chain" | "form" | "flags" | "reported"> {
  const flags = fields.get("flags");
  return {
    role: reader.text(fields.get("role"), "role"),
    to: reader.text(fields.get("to"), "to"),
    chain: reader.texts(fields.get("chain"), "chain"),
    form: reader.oneOf(fields.get("form"), "form", STATEMENT_FORMS) ?? "unknown",
    flags:
      flags === undefined
        ? "unknown"
        : reader.each(flags, (item) => reader.oneOf(item, "a flag", STATEMENT_FLAGS)),
    reported: reader.day(fields.get("reported"), "reported"),
  };
}

function readAct(reader: SeedReader, node: YamlNode | undefined): Statement["act"] | null {
  const act = reader.text(node, "act");
  const known = SPEECH_ACTS.find((one) => one === act);
  if (act === null || node === undefined || known !== undefined) return known ?? null;
  return reader.unknownName("204", `unknown act of speech: "${act}"`, act, SPEECH_ACTS, node.at);
}

function readKey(
  reader: SeedReader,
  node: YamlNode | undefined,
  { issue, stances }: { readonly issue: string | null; readonly stances: ReadonlySet<string> },
): string | null {
  const key = reader.text(node, "key");
  if (key === null || node === undefined || stances.has(`${issue}/${key}`)) return key;
  if (issue === null) {
    return reader.report("102", `a statement with a "key" lacks the field "issue"`, node.at);
  }
  const valid = [...stances]
    .filter((name) => name.startsWith(`${issue}/`))
    .map((name) => name.slice(issue.length + 1));
  return reader.unknownName("211", `unknown stance on "${issue}": "${key}"`, key, valid, node.at);
}
