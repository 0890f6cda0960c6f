// Two more engines of the product: the plain judge, which defines what a verdict means, and the sweep over plain columns. Each must
// give what the path of the screens (product.ts) gives.
import { modelsOf } from "../../src/assess/assess.ts";
import type { NamedModel } from "../../src/assess/assess.ts";
import type { Verdict } from "../../src/assess/index.ts";
import { judge } from "../../src/assess/judge.ts";
import { situate } from "../../src/assess/situation.ts";
import { columnsOf } from "../../src/assess/sweep/columns.ts";
import { sweepColumns, verdictAt } from "../../src/assess/sweep/sweep.ts";
import type { ConformanceCase } from "./corpus.ts";
import { recordOf } from "./product.ts";
import type { Found } from "./second.ts";

type Asked = Pick<ConformanceCase, "text" | "incident" | "before" | "events">;

/** Every text world against every fact world, nothing looked up. */
export function judgedPlainly(asked: Asked, readings: readonly string[]): Found {
  const { models, first } = preparedOf(asked);
  return verdictsOf(models, readings, ({ model }) => judge(model, situate(model, first.facts), first.id));
}

/** The incidents as columns, swept as a batch. */
export function judgedBySweep(asked: Asked, readings: readonly string[]): Found {
  const { models, incidents } = preparedOf(asked);
  const swept = sweepColumns(models, columnsOf(incidents));
  if (swept.kind === "refused") throw new Error(swept.why);
  return verdictsOf(swept.readings, readings, (reading) => verdictAt(swept, reading, 0));
}

function preparedOf({ text, incident, before, events }: Asked) {
  const { input } = recordOf({ text, incidents: [incident, ...before], events });
  const { incidents } = input;
  const [first] = incidents;
  if (first === undefined) throw new Error("a case has an incident");
  return { models: modelsOf(input), incidents, first };
}

function verdictsOf<T extends NamedModel>(
  models: readonly T[],
  readings: readonly string[],
  verdictOf: (model: T) => Verdict,
): Found {
  const asked = models.filter(({ id }) => readings.includes(nameOf(id)));
  return Object.fromEntries(asked.map((one) => [nameOf(one.id), verdictOf(one)]));
}

/** A reading's id without that of its text. */
function nameOf(id: string): string {
  return id.slice(id.indexOf("/") + 1);
}
