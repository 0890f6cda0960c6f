// What the page and its worker say to each other.

/** One question. The worker answers each, in the order they came. */
export interface WorkRequest {
  /** Whole address of the case's pack. */
  readonly pack: string;
  /** Path and query as the server would be asked: `/c/river/price.json?r=energy`. */
  readonly path: string;
}

export type WorkReply =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "refusal";
      readonly code: "not-found" | "not-understood" | "too-many";
      readonly detail: string;
      readonly problems: readonly { readonly message: string; readonly help: string | null }[];
    }
  /** The pack did not come or cannot be used, or a fault of ours. */
  | { readonly kind: "fault"; readonly message: string };
