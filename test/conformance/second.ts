// The second judge as an engine of the corpus.
import { readDocument, readVocabularies } from "../second-judge/document.ts";
import type { Document } from "../second-judge/document.ts";
import { secondVerdict } from "../second-judge/judge.ts";
import { corpusFile } from "./corpus.ts";
import type { ConformanceCase, Expected } from "./corpus.ts";

/** Reading id -> verdict. */
export type Found = Readonly<Record<string, Required<Expected>>>;

// Texts kept read; random ones come by the thousand.
const MOST_TEXTS = 500;
const documents = new Map<string, Document>();
const vocabularies = readVocabularies(corpusFile("vocabularies/kinds.yaml"), corpusFile("vocabularies/means.yaml"));

/** The second judge's verdicts of the readings asked for. */
export function judgedBySecond(
  asked: Pick<ConformanceCase, "text" | "incident" | "before" | "events"> & { most?: number },
  readings: readonly string[],
): Found {
  const document = documents.get(asked.text) ?? readDocument(asked.text);
  if (documents.size > MOST_TEXTS) documents.clear();
  documents.set(asked.text, document);
  const { text: _, ...matter } = asked;
  return Object.fromEntries(
    readings.map((id) => {
      const reading = document.readings[id];
      if (reading === undefined) throw new Error(`${document.id} has no reading ${id}`);
      return [id, secondVerdict({ document, vocabularies, ...matter }, reading ?? {})];
    }),
  );
}
