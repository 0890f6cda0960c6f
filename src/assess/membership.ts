// Is this leaf one of the listed nodes? In, out, or open until somebody answers whether one class is part of another.
// Memoised, because the same few lists are asked of every incident.
import { compareText } from "../model/problem.ts";
import type { Vocabulary } from "../terms/vocabulary.ts";

/** Which open edges count as "in"; an edge that is not listed counts as "out". */
export type EdgeAnswers = ReadonlyMap<string, boolean>;

/** Equal for equal answers. */
export function answersKey(edges: EdgeAnswers): string {
  return JSON.stringify([...edges].sort(([a], [b]) => compareText(a, b)));
}

/** `paths`: alternatives, each a set of edge questions that must all be answered "in". No path: out. An empty path: in. */
export interface ListMembership {
  readonly paths: readonly (readonly string[])[];
  /** Equal for equal paths. */
  readonly key: string;
  /** All edge questions in `paths`, sorted; empty when it is simply in or out. */
  readonly edges: readonly string[];
}

export class Membership {
  readonly vocabulary: Vocabulary;
  /** By list identity: lists live as long as the text they come from. */
  readonly #known = new WeakMap<readonly string[], Map<string, ListMembership>>();

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** How `leaf` lies to a list of nodes: in it when it is in any of them. */
  of(leaf: string, nodes: readonly string[]): ListMembership {
    let leaves = this.#known.get(nodes);
    if (leaves === undefined) this.#known.set(nodes, (leaves = new Map()));
    let found = leaves.get(leaf);
    if (found === undefined) leaves.set(leaf, (found = this.#compute(leaf, nodes)));
    return found;
  }

  /** The leaves a reported node stands for; `unknown` stands for all. */
  leavesOf(node: string): readonly string[] {
    return node === "unknown" ? this.vocabulary.leaves : this.vocabulary.below(node);
  }

  #compute(leaf: string, nodes: readonly string[]): ListMembership {
    const paths: (readonly string[])[] = [];
    for (const node of nodes) {
      const membership = this.vocabulary.membership(leaf, node);
      if (membership.kind === "in") return IN;
      if (membership.kind === "open") paths.push(...membership.paths);
    }
    if (paths.length === 0) return OUT;
    return {
      paths,
      key: JSON.stringify(paths),
      edges: [...new Set(paths.flat())].sort(compareText),
    };
  }
}

const IN: ListMembership = { paths: [[]], key: "in", edges: [] };
const OUT: ListMembership = { paths: [], key: "out", edges: [] };

/** Decides a membership under given answers to its edge questions. */
export function isMember(membership: ListMembership, answers: EdgeAnswers): boolean {
  if (membership.edges.length === 0) return membership.paths.length > 0;
  return membership.paths.some((path) => path.every((edge) => answers.get(edge) === true));
}
