// A text in the formats of others: XML and what it does not say. One way; the text stays the master (TERMS 11).
import type { Naming } from "../prose/values.ts";
import { akomaNtoso } from "./akoma-ntoso.ts";
import { exportedText } from "./exported-text.ts";
import { legalRuleMl } from "./legalruleml.ts";
import { lossesOf, xmlText } from "./xml.ts";
import type { Loss } from "./xml.ts";

/** Formats a text can be exported to. */
export const EXPORT_FORMATS = ["akn", "legalruleml"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** What came out: each loss stands as a comment at its place in the XML too, but for characters that XML cannot hold. */
export interface Exported {
  readonly xml: string;
  /** In document order, each told once however often it stands in the document. */
  readonly losses: readonly Loss[];
}

/** Same text, same names, same bytes. */
export function exportTerms(naming: Naming, format: ExportFormat): Exported {
  const text = exportedText(naming);
  const root = format === "akn" ? akomaNtoso(text) : legalRuleMl(text);
  return { xml: xmlText(root), losses: once(lossesOf(root)) };
}

function once(losses: readonly Loss[]): readonly Loss[] {
  return [...new Map(losses.map((loss) => [`${loss.at}\n${loss.says}`, loss])).values()];
}
