// What both exports are made from: a text with its names and its sentences, worked out once.
import type { Instrument } from "../ast.ts";
import { termsVersion } from "../canonical-terms.ts";
import { proseOf } from "../prose/prose.ts";
import type { Sentence } from "../prose/prose.ts";
import type { Naming } from "../prose/values.ts";

export interface ExportedText {
  readonly naming: Naming;
  readonly instrument: Instrument;
  /** `sha256:<hex>`. */
  readonly version: string;
  readonly sentences: readonly Sentence[];
}

export function exportedText(naming: Naming): ExportedText {
  const { instrument } = naming;
  return { naming, instrument, version: termsVersion(instrument), sentences: proseOf(naming) };
}
