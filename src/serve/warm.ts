// Answers the questions that a case opens with before anybody asks, one at a time between requests.
import type { Case } from "../case/case.ts";
import { comparisonQuery } from "../report/case-address.ts";
import type { Fetcher } from "./listen.ts";

/** Asks the app for each case's card and prepared comparisons. Faults are the app's to report; they do not stop it. */
export async function warm(app: Fetcher, cases: readonly Case[]): Promise<void> {
  for (const { settings } of cases) {
    const questions = settings.comparisons.map(comparisonQuery);
    const paths = ["case.json", ...questions.map((question) => `price.json?${question}`)];
    for (const path of paths) {
      await pause();
      await app.fetch(new Request(`http://localhost/c/${settings.id}/${path}`));
    }
  }
}

/** Lets waiting requests go first. */
function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
