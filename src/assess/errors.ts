// Errors of assessment: broken promises between callers and the engine, with their facts as fields.
import { didYouMean } from "../model/nearest.ts";

/** A reading, incident or question that the case does not have; the message names the nearest ones. */
export class UnknownNameError extends Error {
  override readonly name = "UnknownNameError";
  readonly what: string;
  readonly given: string;
  readonly valid: readonly string[];

  constructor(what: string, given: string, valid: readonly string[]) {
    const help = didYouMean(given, valid);
    const list = valid.length > 0 && valid.length <= 20 ? `; there are: ${valid.join(", ")}` : "";
    super(`no ${what} "${given}"${help === undefined ? list : `; ${help}`}`);
    this.what = what;
    this.given = given;
    this.valid = valid;
  }
}
