// The one quantity that cells of a map count.

/** `place`: all that is listed. */
export type Quantity = "differ" | "violation" | "place";
