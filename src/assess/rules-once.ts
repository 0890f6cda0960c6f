// Rules of many text worlds without compiling a clause again for picks that it never asks: a text of ten questions has thousands of
// picks and a few dozen rules. A memo with no meaning of its own; what it hands out is what `compile` gives.
import { finite } from "../model/json.ts";
import type { Clause, Reading } from "../terms/ast.ts";
import type { Context } from "./context.ts";
import type { Asked, Picks } from "./pick.ts";
import type { Rule } from "./rule.ts";

/** Rules of one text world; equal keys stand for equal rules, and then the list is the same one. */
export interface KeyedRules {
  readonly key: string;
  readonly rules: readonly Rule[];
}

export interface Compiling {
  readonly clauses: readonly Clause[];
  /** Must hang on nothing but the context, what the reading assumes, and the picks it asks. */
  readonly compile: (clause: Clause, picks: Asked) => Rule;
}

/** The rules of each picks, shared by all readings of the context that assume the same. */
export function rulesOnce(
  context: Context,
  reading: Reading,
  { clauses, compile }: Compiling,
): (picks: Picks) => KeyedRules {
  const known = knownOf(context);
  const assumed = JSON.stringify([...reading.assume]);
  const asks = known.asks.get(assumed) ?? new Map<Clause, Node>();
  known.asks.set(assumed, asks);
  return (picks) => {
    const rules = clauses.map((clause) => {
      const found = ruleAt(asks.get(clause), picks);
      if (found !== null) return found;
      const asked: [string, string | undefined][] = [];
      const rule = shared(known, compile(clause, { get: (id) => noted(asked, id, picks.get(id)) }));
      asks.set(clause, grown(asks.get(clause), asked, rule));
      return rule;
    });
    const key = `[${rules.map(({ key: own }) => own).join()}]`;
    const list = known.worlds.get(key) ?? rules.map(({ rule }) => rule);
    known.worlds.set(key, list);
    return { key, rules: list };
  };
}

interface KeyedRule {
  readonly key: string;
  readonly rule: Rule;
}

/** What compiling asks next, given the answers so far, or the rule that it came to. */
type Node =
  | { readonly kind: "rule"; readonly rule: KeyedRule }
  | { readonly kind: "ask"; readonly id: string; readonly next: Map<string | undefined, Node> };

interface Known {
  /** What readings assume -> clause -> what compiling it asks. */
  readonly asks: Map<string, Map<Clause, Node>>;
  readonly rules: Map<string, KeyedRule>;
  readonly worlds: Map<string, readonly Rule[]>;
}

const KNOWN = new WeakMap<Context, Known>();

function knownOf(context: Context): Known {
  const known = KNOWN.get(context) ?? { asks: new Map(), rules: new Map(), worlds: new Map() };
  KNOWN.set(context, known);
  return known;
}

function ruleAt(start: Node | undefined, picks: Picks): KeyedRule | null {
  let node = start;
  while (node?.kind === "ask") node = node.next.get(picks.get(node.id));
  return node?.rule ?? null;
}

function noted<T>(asked: [string, T][], id: string, answer: T): T {
  if (!asked.some(([known]) => known === id)) asked.push([id, answer]);
  return answer;
}

/** The tree with one more path. Compiling is deterministic, so paths part only where answers do. */
function grown(
  start: Node | undefined,
  asked: readonly (readonly [string, string | undefined])[],
  rule: KeyedRule,
): Node {
  const [first, ...rest] = asked;
  if (first === undefined) return { kind: "rule", rule };
  const [id, answer] = first;
  const node = start?.kind === "ask" ? start : { kind: "ask" as const, id, next: new Map() };
  node.next.set(answer, grown(node.next.get(answer), rest, rule));
  return node;
}

/** Equal rules are one object: what is remembered of a rule or of a list of rules serves every world that has it. */
function shared({ rules }: Known, rule: Rule): KeyedRule {
  const key = JSON.stringify(rule, finite);
  const known = rules.get(key) ?? { key, rule };
  rules.set(key, known);
  return known;
}
