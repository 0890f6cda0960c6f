// Pressing a place of several incidents walks through them.

/** The id after `now`, around the end; the first where `now` is none of them; null where there are none. */
export function nextOf(ids: readonly string[], now: string | null): string | null {
  const at = now === null ? -1 : ids.indexOf(now);
  return ids[(at + 1) % Math.max(1, ids.length)] ?? null;
}
