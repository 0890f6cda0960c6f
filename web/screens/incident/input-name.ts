// What a verdict may hang on, in words: the facts of an incident and the questions of its text, by the ids of explanations.
import type { I18n } from "@lingui/core";
import type { Names } from "../../app/names.ts";
import type { CaseAnswer } from "../../source/record-source.ts";

interface Within {
  readonly i18n: I18n;
  readonly names: Names;
  readonly card: CaseAnswer;
  /** Whose questions, events, zones and flags are meant. */
  readonly instrument: string;
}

/** `thing:0` -> "What was hit or aimed at"; `scope` -> what the text's question asks; an id that means nothing here stays. */
export function inputName(id: string, within: Within): string {
  const { names, instrument } = within;
  const [kind = "", name = ""] = id.split(/:(.*)/s);
  if (kind === "zone") return names.says(instrument, name.split(":").at(-1) ?? name);
  if (kind === "event" || kind === "flag") return names.says(instrument, name);
  return isFact(kind) ? factName(kind, within.i18n) : questionName(id, within);
}

/** Facts that an incident's page names. */
export type NamedFact = "time" | "actor" | "act" | "means" | "thing" | "joint";

/** A fact by what it tells. */
export function factName(fact: NamedFact, i18n: I18n): string {
  const titles: Readonly<Record<NamedFact, string>> = {
    time: i18n._("facts.when", {}, { message: "When" }),
    actor: i18n._("facts.actor", {}, { message: "Who may have done it" }),
    act: i18n._("facts.act", {}, { message: "What was done" }),
    means: i18n._("facts.means", {}, { message: "By what means" }),
    thing: i18n._("facts.thing", {}, { message: "What was hit or aimed at" }),
    joint: i18n._("facts.joint", {}, { message: "Which of the facts that hang together hold" }),
  };
  return titles[fact];
}

function isFact(kind: string): kind is NamedFact {
  return ["time", "actor", "act", "means", "thing", "joint"].includes(kind);
}

function questionName(id: string, { card, instrument }: Within): string {
  const question = card.questions.find(
    (one) => one.instrument === instrument && one.question === id,
  );
  return question?.asks ?? id;
}
