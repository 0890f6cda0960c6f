// The plain judge reads the lab's figures again: right ones stand, and one wrong verdict on screen is found and named.
import { describe, expect, test } from "vitest";
import { filesOf } from "../../test/kit/load-folder.ts";
import { openDesk } from "../case/draft.ts";
import { tryDraft } from "./lab.ts";
import { verdictOfLetter } from "./patterns.ts";
import { recheck } from "./recheck.ts";

const files = filesOf("cases/example");
const desk = openDesk(files);
if (desk === null) throw new Error("the case does not load");
const NAME = "river-truce.terms.md";
const text = files.get(`terms/${NAME}`) ?? "";
const incidents = desk.theCase.incidents.filter(({ aggregate }) => !aggregate);

const draft = { name: NAME, text, period: {} };
const { figures } = tryDraft(desk, draft);
if (figures === null) throw new Error("the draft is not usable");
const { letters } = figures;

/** Of another text each, as far as the choice of incidents goes. */
function hashOf(number: number): string {
  return `sha256:${number.toString(16).padStart(8, "0")}`;
}

describe("figures read again", () => {
  test("stand when they are right; sooner or later every incident is read", () => {
    const wrong = Object.fromEntries(
      Object.entries(letters).map(([id, own]) => [id, "-".repeat(own.length)]),
    );
    const seen = incidents.map((_, number) => {
      const hash = hashOf(number);
      const right = recheck(desk, draft, { hash, letters });
      expect(right).toEqual({ hash, verdicts: Object.keys(letters).length, mismatch: null });
      const found = recheck(desk, draft, { hash, letters: wrong }).mismatch;
      expect(found?.shown).toBeNull();
      return found?.incident;
    });
    expect(seen).toEqual(incidents.map(({ id }) => id));
  });

  test("name the incident, the reading and both verdicts when one letter is wrong", () => {
    const reading = figures.own[1]?.id;
    if (reading === undefined) throw new Error("the text has two readings");
    const [right = "", ...rest] = letters[reading] ?? "";
    const planted = { ...letters, [reading]: ["c", ...rest].join("") };
    expect(right).not.toBe("c");
    const of = (number: number) =>
      recheck(desk, draft, { hash: hashOf(number), letters: planted }).mismatch;
    const judged = verdictOfLetter(right);
    expect(of(0)).toEqual({ incident: incidents[0]?.id, reading, shown: "conflict", judged });
    expect(of(1)).toBeNull();
  });

  test("of a text with an error are none", () => {
    const { hash } = figures;
    const found = recheck(desk, { ...draft, text: "nonsense" }, { hash, letters });
    expect(found).toEqual({ hash, verdicts: 0, mismatch: null });
  });
});
