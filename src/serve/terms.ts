// Routes of texts, as HTTP offers them.
import { DIFF_ROUTE } from "../report/routes/diff.ts";
import { TEXTS_ROUTE, TEXT_ROUTE } from "../report/routes/terms.ts";
import type { Endpoint } from "./endpoint.ts";
import { DIFF_ANSWER } from "./schema-diff.ts";
import { TEXTS_ANSWER, TEXT_ANSWER } from "./schema-terms.ts";

export const TERMS_ENDPOINTS: readonly Endpoint[] = [
  {
    ...TEXTS_ROUTE,
    summary: "All texts",
    description: "Title, day, version, and how each party stood to it since when.",
    schema: TEXTS_ANSWER,
  },
  {
    ...TEXT_ROUTE,
    summary: "One text whole",
    description:
      "Its file, its articles, questions with answers and who holds them, readings, plain sentences in three languages, findings.",
    schema: TEXT_ANSWER,
  },
  {
    ...DIFF_ROUTE,
    summary: "Two wordings compared",
    description:
      "Readings, answers (`text/question=answer`) or whole texts: which words differ, and which situations are covered otherwise.",
    schema: DIFF_ANSWER,
  },
];
