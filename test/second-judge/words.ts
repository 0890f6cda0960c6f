// Which words of the vocabularies a text asks about, and which reported words it cannot tell apart.
import { clausesOf, listOf } from "./document.ts";
import type { Document, Vocabularies } from "./document.ts";
import { above, graphOf, leavesOf, openQuestions } from "./graph.ts";
import type { Graph } from "./graph.ts";
import type { Incident } from "./incident.ts";
import { thingsOf } from "./incident.ts";
import type { Target } from "./rules.ts";

/** The three graphs of a text and the words it asks for in each. */
export interface Words {
  readonly kinds: Graph;
  readonly means: Graph;
  readonly acts: Graph;
  readonly asked: {
    readonly kinds: readonly string[];
    readonly means: readonly string[];
    readonly acts: readonly string[];
  };
}

/** The graphs, with what the text adds to them. */
export function wordsOf(document: Document, vocabularies: Vocabularies): Words {
  const targets = everywhere(document, "targets") as readonly (string | Target)[];
  const asked = {
    kinds: targets.map((target) =>
      typeof target === "string" ? target : (target["kind"] ?? "object"),
    ),
    means: everywhere(document, "means") as readonly string[],
    acts: [...(everywhere(document, "act") as readonly string[]), "use-of-force"],
  };
  return {
    asked,
    kinds: graphOf(vocabularies.kinds, document.kinds),
    means: graphOf(vocabularies.means, document.means),
    acts: graphOf(vocabularies.acts, document.acts),
  };
}

/** Open edges that can matter for any of these incidents. */
export function edgesFor(words: Words, incidents: readonly Incident[]): readonly string[] {
  const kinds = incidents.flatMap((incident) => thingsOf(incident).flatMap((thing) => thing.kinds));
  const means = incidents.flatMap((incident) => listOf(incident.means ?? "unknown"));
  const acts = incidents.flatMap((incident) => listOf(incident.act ?? "unknown"));
  return [
    ...new Set([
      ...edgesOf(words.kinds, kinds, words.asked.kinds),
      ...edgesOf(words.means, means, words.asked.means),
      ...edgesOf(words.acts, acts, words.asked.acts),
    ]),
  ];
}

/** The leaves that the reported words may mean, one for each that the text tells apart in some choice of edges. */
export function tellingLeaves(
  graph: Graph,
  reported: readonly string[],
  asked: readonly string[],
  edges: readonly ReadonlySet<string>[],
): readonly string[] {
  const leaves = [...new Set(reported.flatMap((word) => leavesOf(graph, word)))];
  const seen = leaves.map((leaf) => {
    const where = edges.map((taken) => {
      const reached = above(graph, leaf, taken);
      return asked.filter((word) => reached.has(word));
    });
    return [JSON.stringify(where), leaf] as const;
  });
  return [...new Map(seen).values()];
}

function edgesOf(
  graph: Graph,
  reported: readonly string[],
  asked: readonly string[],
): readonly string[] {
  return openQuestions(
    graph,
    reported.flatMap((word) => leavesOf(graph, word)),
    asked,
  );
}

// The values of a field wherever it stands: in clauses, in what they share, in answers.
function everywhere(document: Document, field: string): readonly unknown[] {
  const answers = Object.values(document.questions ?? {}).flatMap((question) =>
    Object.values(question.answers),
  );
  return [...clausesOf(document).values(), ...answers]
    .flatMap((fields) => listOf(fields[field]))
    .filter((value) => (value as { question?: string }).question === undefined);
}
