// What the record's page and the worker that checks its log say to each other.
import type { RecordProblem } from "../../src/record/problem.ts";

export interface VerifyRequest {
  /** Whole address of the log's folder; ends in a slash. */
  readonly log: string;
  /** The key that the reader has from elsewhere; null: the one that lies beside the log. */
  readonly vkey: string | null;
  /** An older checkpoint that the reader holds; null: none. */
  readonly held: string | null;
}

export type VerifyReply =
  | { readonly kind: "progress"; readonly done: number; readonly all: number }
  | { readonly kind: "checked"; readonly outcome: VerifyOutcome }
  /** A file did not come, or a fault of ours. */
  | { readonly kind: "fault"; readonly message: string };

/** What was found. Nothing is wrong and nothing was left out only when `problems` is empty and the signature was checked. */
export interface VerifyOutcome {
  readonly size: number;
  /** In base64. */
  readonly root: string;
  /** Public values whose commitments were computed again. */
  readonly values: number;
  /** False: this browser has no Ed25519. */
  readonly isSignatureChecked: boolean;
  /** The key came from the reader, not from beside the log. */
  readonly isOwnKey: boolean;
  /** An older checkpoint of the reader was checked too. */
  readonly isExtension: boolean;
  /** In the order in which they were found. */
  readonly problems: readonly RecordProblem[];
}
