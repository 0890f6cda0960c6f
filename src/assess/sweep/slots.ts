// A distance reduced to where it lies among the bounds that texts ask about: on one of them, or between two. That is all that bands
// and buffers can tell apart, and all that stage two keeps of it.

/** Slot 2i + 1 is exactly the i-th bound; slot 2i lies between the bounds before and after it. `bounds` ascend. */
export function slotOf(bounds: ArrayLike<number>, meters: number): number {
  let i = 0;
  while (i < bounds.length && (bounds[i] ?? 0) < meters) i++;
  return bounds[i] === meters ? 2 * i + 1 : 2 * i;
}

/** Number of slots. */
export function slotCount(bounds: ArrayLike<number>): number {
  return 2 * bounds.length + 1;
}

/** One distance that lies in the slot. */
export function metersIn(bounds: ArrayLike<number>, slot: number): number {
  const i = Math.floor(slot / 2);
  const [before, after] = [bounds[i - 1], bounds[i]];
  if (slot % 2 === 1) return after ?? Infinity;
  if (after === undefined) return before === undefined ? 0 : before + 1;
  return before === undefined ? after - 1 : (before + after) / 2;
}
