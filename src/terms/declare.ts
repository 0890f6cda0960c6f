// First pass over a text: every name it declares, taken as it stands, so that the second pass can check names in any order.
import type { YamlNode } from "../model/yaml.ts";
import type { Sort, VocabularyNode } from "./ast.ts";
import type { TermsContext } from "./context.ts";
import { sortsOf } from "./read-question.ts";
import { peek, peekKeys } from "./scope.ts";
import type { Declared } from "./scope.ts";
import { vocabulary } from "./vocabulary.ts";
import type { Vocabulary } from "./vocabulary.ts";

const EDGE_ANSWERS: ReadonlySet<string> = new Set(["in", "out"]);

/** The text's additions to the three vocabularies. */
export interface Additions {
  readonly kinds: Iterable<VocabularyNode>;
  readonly means: Iterable<VocabularyNode>;
  readonly acts: Iterable<VocabularyNode>;
}

/** Names of the text at `root`; wrong forms are skipped here and reported when they are read. */
export function declaredNames(
  root: YamlNode,
  context: TermsContext,
  additions: Additions,
): Declared {
  const kinds = extended(context.kinds, additions.kinds);
  const means = extended(context.means, additions.means);
  const acts = extended(context.acts, additions.acts);
  const parties = listed(peek(root, "parties"));
  const questions = questionSorts(peek(root, "questions"));
  return {
    parties: new Set(parties),
    everyone: new Set([...parties, ...listed(peek(root, "others"))]),
    questions,
    answers: answerNames(peek(root, "questions"), [kinds, means, acts]),
    clauses: new Set(peekKeys(peek(root, "clauses"))),
    zones: new Set(peekKeys(peek(root, "zones"))),
    lines: new Set(peekKeys(peek(root, "lines"))),
    objects: new Set(peekKeys(peek(root, "objects"))),
    annexes: new Set(peekKeys(peek(root, "annexes"))),
    flags: new Set(peekKeys(peek(root, "flags"))),
    events: new Set(peekKeys(peek(root, "events"))),
    kinds,
    means,
    acts,
    timeZones: listed(peek(root, "time-zones")),
  };
}

/** The case's graph with a text's own nodes; null stays null (names are not checked). */
export function extended(
  base: Vocabulary | null,
  additions: Iterable<VocabularyNode>,
): Vocabulary | null {
  const added = [...additions];
  if (base === null || added.length === 0) return base;
  return vocabulary([...base.nodes.values(), ...added]);
}

function questionSorts(node: YamlNode | undefined): ReadonlyMap<string, Sort | null> {
  const sorts = new Map<string, Sort | null>();
  for (const id of peekKeys(node)) {
    const answers = peek(peek(node, id), "answers");
    const found = peekKeys(answers).flatMap((answer) => sortsOf(peek(answers, answer)));
    sorts.set(id, found[0] ?? null);
  }
  return sorts;
}

function answerNames(
  node: YamlNode | undefined,
  vocabularies: readonly (Vocabulary | null)[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const answers = new Map<string, ReadonlySet<string>>();
  for (const graph of vocabularies) {
    for (const edge of graph?.openEdges.keys() ?? []) answers.set(edge, EDGE_ANSWERS);
  }
  for (const id of peekKeys(node)) {
    answers.set(id, new Set(peekKeys(peek(peek(node, id), "answers"))));
  }
  return answers;
}

function listed(node: YamlNode | undefined): readonly string[] {
  const items = node?.kind === "list" ? node.items : node === undefined ? [] : [node];
  return items.flatMap((item) => (item.kind === "scalar" ? [item.text.normalize("NFC")] : []));
}
