// Names of the clauses to begin with, and what their new parts say of themselves, in the chosen language.
import type { I18n } from "@lingui/core";
import type { Template, TemplateWords } from "../../../../src/terms/templates.ts";

/** What a template adds. */
export function templateName(i18n: I18n, template: Template): string {
  switch (template) {
    case "strikes":
      return i18n._("template.strikes", {}, { message: "Forbid strikes on some kinds of target" });
    case "withdrawal":
      return i18n._(
        "template.withdrawal",
        {},
        { message: "Keep forces back from a line (15 km on both sides)" },
      );
    case "return-fire":
      return i18n._(
        "template.return-fire",
        {},
        { message: "Permit return fire, as an exception to what is forbidden" },
      );
    case "deadline":
      return i18n._("template.deadline", {}, { message: "Require something by a deadline" });
    case "two-readings":
      return i18n._(
        "template.two-readings",
        {},
        { message: "A question with two answers, and a reading for each" },
      );
    default:
      return template satisfies never;
  }
}

/** Words of new parts. */
export function templateWords(i18n: I18n): TemplateWords {
  return {
    line: i18n._("template.says.line", {}, { message: "the line; nobody has drawn it yet" }),
    returnFire: i18n._(
      "template.says.return-fire",
      {},
      { message: "the act answered fire that was under way" },
    ),
    done: i18n._("template.says.done", {}, { message: "what is required has been done" }),
    asks: i18n._("template.says.asks", {}, { message: "Which targets are off limits?" }),
  };
}
