// Inclusion proofs as files: C2SP tlog-proof (`.tlog-proof`), the same without its header (`.spicy`), and JSON as RFC 9162 names it.
import { fromBase64, toBase64 } from "../bytes/base64.ts";
import { faulty, problem, sound } from "../problem.ts";
import type { Checked, RecordProblem } from "../problem.ts";
import { parseCount } from "./checkpoint.ts";

export const PROOF_HEADER = "c2sp.org/tlog-proof@v1";
/** A tree of 2^53 leaves has no longer path. */
export const LONGEST_PATH = 63;

/** A proof with the checkpoint it leads to, verbatim. */
export interface InclusionFile {
  readonly index: number;
  readonly path: readonly Uint8Array[];
  readonly checkpoint: string;
}

export type ProofForm = "tlog-proof" | "spicy";

export function formatInclusion(form: ProofForm, proof: InclusionFile): string {
  const header = form === "tlog-proof" ? `${PROOF_HEADER}\n` : "";
  const lines = [`index ${proof.index}`, ...proof.path.map(toBase64)];
  return `${header}${lines.join("\n")}\n\n${proof.checkpoint}`;
}

/** Reads either form; the `extra` line that the format allows is read over, for nothing vouches for it. */
export function parseInclusion(form: ProofForm, text: string, at: string): Checked<InclusionFile> {
  const bad = (message: string): RecordProblem => problem("bad-proof", message, at);
  const split = text.indexOf("\n\n");
  if (split < 0) return faulty(bad("no empty line before the checkpoint"));
  const lines = text.slice(0, split).split("\n");
  const header = form === "tlog-proof" ? lines.shift() : PROOF_HEADER;
  if (/^extra \S+$/.test(lines[0] ?? "")) lines.shift();
  const index = parseCount(/^index (\d+)$/.exec(lines.shift() ?? "")?.[1] ?? "");
  const path = lines.map(fromBase64);
  const found = [
    ...(header === PROOF_HEADER ? [] : [bad(`line 1 must be ${PROOF_HEADER}`)]),
    ...(index === null ? [bad("no line with an index")] : []),
    ...pathFaults(path, bad),
  ];
  if (found.length > 0 || index === null) return faulty(...found);
  const checkpoint = text.slice(split + 2);
  return sound({ index, path: path.filter((hash) => hash !== null), checkpoint });
}

/** One problem a hash that is none, and one for too many. */
export function pathFaults(
  path: readonly (Uint8Array | null)[],
  bad: (message: string) => RecordProblem,
): readonly RecordProblem[] {
  const wrong = path.flatMap((hash, i) =>
    hash?.length === 32 ? [] : [bad(`hash ${i + 1} of the path is no SHA-256 in base 64`)],
  );
  return path.length > LONGEST_PATH ? [bad(`over ${LONGEST_PATH} hashes`)] : wrong.slice(0, 5);
}
