// Prints an instrument as a `.terms.yaml` file that parses to the same instrument.
import { stringify } from "yaml";
import type { Instrument } from "./ast.ts";
import { instrumentToPlain } from "./instrument-to-plain.ts";

/** YAML text in block style, lists of plain names in one line; ends with a line break. */
export function printTerms(instrument: Instrument): string {
  return stringify(instrumentToPlain(instrument), {
    aliasDuplicateObjects: false,
    lineWidth: 0,
    version: "1.2",
  });
}
