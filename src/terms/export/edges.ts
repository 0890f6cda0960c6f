// Open edges of the vocabularies: which words the question `<from>-in-<to>` is about.
import type { Naming } from "../prose/values.ts";
import { edgeQuestion } from "../vocabulary.ts";

/** The vocabulary's word and both ends; null: no vocabulary at hand has such an edge. */
export function edgeParts(naming: Naming, question: string): readonly string[] | null {
  const vocabularies = [
    ["kind", naming.kinds],
    ["means", naming.means],
    ["act", naming.acts],
  ] as const;
  for (const [word, { nodes }] of vocabularies)
    for (const { id, is } of nodes.values())
      for (const { to, open } of is)
        if (open && edgeQuestion(id, to) === question) return [word, id, to];
  return null;
}
