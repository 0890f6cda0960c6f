// What stands above the rules: language version, id, pins, sides, their status, flags and events (TERMS 1.1, TALKS 2).
import type { YamlEntry, YamlNode } from "../model/yaml.ts";
import type { EventDefinition, InstrumentStatus, Pin, StatusSince, Uses } from "./ast.ts";
import { readSource } from "./read-question.ts";
import type { Scope } from "./scope.ts";

const STATUSES: readonly InstrumentStatus[] = [
  "accepted",
  "accepted-in-principle",
  "conditional",
  "lapsed",
  "proposed",
  "rejected",
];
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The language of the file: terms/1 and no other. */
export function checkLanguage(scope: Scope, node: YamlNode | undefined): void {
  const version = scope.reader.text(node, `"truceline"`);
  if (node === undefined || version === null || version === "terms/1") return;
  const message = `this file says "truceline: ${version}"; expected "terms/1"`;
  scope.reader.report("106", message, node.at);
}

/** The text's own id, kebab-case. */
export function readDocumentId(scope: Scope, node: YamlNode | undefined): string | null {
  const id = scope.reader.text(node, `"id"`);
  if (id === null || node === undefined || (KEBAB.test(id) && id.length <= 80)) return id;
  const rule = "small letters, digits and inner hyphens, such as black-sea";
  return scope.reader.report("106", `bad id of a text: "${id}"; expected ${rule}`, node.at);
}

/** Pinned vocabularies: a path, or `{path, sha256}`. */
export function readUses(scope: Scope, node: YamlNode | undefined): Uses {
  if (node === undefined) return { kinds: null, means: null, tzdata: null };
  const shape = { what: "uses", optional: ["kinds", "means", "tzdata"] };
  const fields = scope.reader.fields(node, shape);
  return {
    kinds: readPin(scope, fields?.get("kinds")),
    means: readPin(scope, fields?.get("means")),
    tzdata: scope.reader.text(fields?.get("tzdata"), `"tzdata"`),
  };
}

function readPin(scope: Scope, node: YamlNode | undefined): Pin | null {
  const { reader } = scope;
  if (node === undefined) return null;
  if (node.kind !== "map") {
    const path = reader.text(node, "a pinned file");
    return path === null ? null : { path, sha256: null };
  }
  const shape = { what: "a pinned file", required: ["path"], optional: ["sha256"] };
  const fields = reader.fields(node, shape);
  const path = reader.text(fields?.get("path"), `"path"`);
  const hash = fields?.get("sha256");
  const sha256 = reader.text(hash, `"sha256"`);
  if (sha256 !== null && hash !== undefined && !/^[0-9a-f]{64}$/.test(sha256)) {
    reader.report("105", `"sha256" must be 64 hexadecimal digits; found "${sha256}"`, hash.at);
  }
  return path === null ? null : { path, sha256 };
}

/** States of one party in file order. */
export function readStatus(scope: Scope, entry: YamlEntry): readonly StatusSince[] {
  const { reader } = scope;
  const items = entry.value.kind === "list" ? entry.value.items : [entry.value];
  const shape = { what: "a status", required: ["is", "since"], optional: ["source"] };
  return items.flatMap((item) => {
    const fields = reader.fields(item, shape);
    const is = readStatusWord(scope, fields?.get("is"));
    const since = reader.day(fields?.get("since"), `"since"`);
    const source = readSource(scope, fields?.get("source"));
    return is === null || since === null ? [] : [{ is, since, source }];
  });
}

function readStatusWord(scope: Scope, node: YamlNode | undefined): InstrumentStatus | null {
  const word = scope.reader.text(node, `"is"`);
  const status = STATUSES.find((known) => known === word) ?? null;
  if (word === null || node === undefined || status !== null) return status;
  const message = `a status must be one of ${STATUSES.join(", ")}; found "${word}"`;
  return scope.reader.unknownName("105", message, word, STATUSES, node.at);
}

/** `{says, unrecorded?}`; unrecorded is `unknown` unless the text says `no`. */
export function readEvent(scope: Scope, entry: YamlEntry): EventDefinition | null {
  const { reader } = scope;
  const what = `event "${entry.key}"`;
  const shape = { what, required: ["says"], optional: ["unrecorded"] };
  const fields = reader.fields(entry.value, shape);
  const says = reader.text(fields?.get("says"), `"says"`);
  const node = fields?.get("unrecorded");
  const word = reader.text(node, `"unrecorded"`) ?? "unknown";
  if (word !== "unknown" && word !== "no") {
    const message = `"unrecorded" must be unknown or no; found "${word}"`;
    return reader.report("105", message, node?.at ?? entry.keyAt);
  }
  return says === null ? null : { says, unrecorded: word };
}
