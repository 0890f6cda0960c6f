// A limit of terms that a question meets is said in words, never a fault of the server.
import { describe, expect, test } from "vitest";
import { loadFolder } from "../../test/kit/load-folder.ts";
import type { Case } from "../case/case.ts";
import { createApp } from "./app.ts";

const { value: example } = loadFolder("cases/example");
if (example === null) throw new Error("cases/example does not load");
const { id } = example.settings;

/** The example with more questions of four answers each, all of them open. */
function withQuestions(theCase: Case, count: number): Case {
  const instruments = theCase.instruments.map((loaded) => {
    const questions = new Map(loaded.instrument.questions);
    const [first] = questions.values();
    if (first === undefined) throw new Error("the text of the example asks nothing");
    const [answer] = first.answers.values();
    if (answer === undefined) throw new Error("nobody answers the first question");
    for (let number = 0; number < count; number++) {
      const names = ["a", "b", "c", "d"];
      const answers = new Map(names.map((name) => [name, { ...answer, id: name }]));
      questions.set(`more-${number}`, { ...first, id: `more-${number}`, answers });
    }
    return { ...loaded, instrument: { ...loaded.instrument, questions } };
  });
  return { ...theCase, instruments };
}

async function diff(theCase: Case) {
  const faults: unknown[] = [];
  const app = createApp({
    cases: [theCase],
    assets: new Map(),
    version: "0.0.0",
    onFault: (cause) => faults.push(cause),
  });
  const response = await app.request(`/c/${id}/diff.json?a=river-truce&b=river-truce/north`);
  return { status: response.status, body: JSON.parse(await response.text()), faults };
}

describe("two wordings whose open questions multiply", () => {
  test("are compared while they can be", async () => {
    const { status } = await diff(withQuestions(example, 4));
    expect(status).toBe(200);
  });

  test("to more texts than can be tried are refused with the code and words of that limit", async () => {
    const { status, body, faults } = await diff(withQuestions(example, 9));
    expect(status).toBe(422);
    expect(body.code).toBe("too-many");
    expect(body.errors.map(({ code }: { code: string }) => code)).toEqual(["T802", "T802"]);
    expect(body.detail).toContain("the open questions of river-truce multiply to ");
    expect(body.detail).toContain("at most 65536");
    expect(faults).toEqual([]);
  });
});
