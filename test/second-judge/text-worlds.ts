// Every choice that a reading leaves open: answers, open edges, time zones, lines that nobody published (TERMS 2.1).
import { listOf, possibleAnswers } from "./document.ts";
import type { Document, Reading } from "./document.ts";
import { productOf } from "./product.ts";
import { zoneKey } from "./rules.ts";
import type { TextWorld } from "./rules.ts";

/** All text worlds. `edges` are the open edges that can matter for the incidents at hand. */
export function textWorldsOf(
  document: Document,
  reading: Reading,
  edges: readonly string[],
): readonly TextWorld[] {
  const answers = productOf(possibleAnswers(document, reading));
  const edgeChoices = productOf(edges.map((edge) => [edge, takenEdge(reading, edge)] as const));
  const zones = productOf(openZones(document, reading));
  const agreed = productOf(unagreed(document).map((zone) => [zone, [true, false]] as const));
  return answers.flatMap((chosen) =>
    edgeChoices.flatMap((edge) =>
      zones.flatMap((zone) =>
        agreed.map((inside) => ({
          answers: chosen,
          edges: new Set([...edge].filter(([, choice]) => choice === "in").map(([id]) => id)),
          zones: zone,
          agreed: inside,
        })),
      ),
    ),
  );
}

function takenEdge(reading: Reading, edge: string): readonly string[] {
  const taken = listOf(reading.take?.[edge]);
  return taken.length > 0 ? taken : ["in", "out"];
}

function unagreed(document: Document): readonly string[] {
  return Object.entries(document.zones ?? {})
    .filter(([, zone]) => zone["geometry"] === "none-agreed")
    .map(([id]) => id);
}

function openZones(
  document: Document,
  reading: Reading,
): readonly (readonly [string, readonly string[]])[] {
  const found = new Map<string, readonly string[]>();
  walk([document.common, document.clauses, document.questions, reading.assume], (zone) => {
    if (zone === "unknown") found.set(zoneKey(zone), document["time-zones"] ?? ["UTC"]);
    if (typeof zone !== "string") found.set(zoneKey(zone), listOf(zone as string[]));
  });
  return [...found];
}

function walk(value: unknown, see: (zone: unknown) => void): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    if (key === "tz") see(child);
    else walk(child, see);
  }
}
