// What the kernel's numbers are turned into for one question. Plain values, so that workers can be told.

/** How the column of one question is filled. */
export type CodeTask =
  | { readonly kind: "zone"; readonly question: number; readonly zone: number }
  | {
      readonly kind: "range";
      readonly question: number;
      /** Layers whose nearest bounds the distance from both sides, and those that only may be nearest. */
      readonly sure: readonly number[];
      readonly maybe: readonly number[];
      /** Something that counts stands nobody knows where. */
      readonly isAnywhere: boolean;
      readonly bounds: Float64Array;
      /** Metres about a bound within which the plain functions say, and how that grows by metre of distance. */
      readonly border: number;
      readonly borderPart: number;
    }
  /** Asked of the plain functions row by row. */
  | { readonly kind: "plain"; readonly question: number };
