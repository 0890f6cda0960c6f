// Earlier states of a draft, kept on this device alone: the last fifty, each with its time and, where it could be read, the version id
// of what it says.
import { inDeviceStore, settled } from "./device-store.ts";

export const MAX_STATES = 50;

export interface DraftStateKept {
  readonly text: string;
  /** Milliseconds since 1970; tells the states of a draft apart. */
  readonly at: number;
  /** `sha256:...` of the meaning; null for a text with errors. */
  readonly version: string | null;
}

/** One draft: of a text of a case, or of a start of the lab. */
export interface DraftName {
  readonly caseId: string;
  readonly draft: string;
}

/** The newest first. */
export async function statesOf(name: DraftName): Promise<readonly DraftStateKept[]> {
  const found: readonly unknown[] = await inDeviceStore("states", "readonly", (store) =>
    settled(store.getAll(rangeOf(name))),
  );
  return found.filter(isState).reverse();
}

/** Keeps one more state; the oldest beyond fifty go. */
export async function keepState(name: DraftName, state: DraftStateKept): Promise<void> {
  await inDeviceStore("states", "readwrite", async (store) => {
    await settled(store.put(state, keyOf(name, state.at)));
    const keys = await settled(store.getAllKeys(rangeOf(name)));
    const old = keys.slice(0, Math.max(0, keys.length - MAX_STATES));
    await Promise.all(old.map((key) => settled(store.delete(key))));
  });
}

/** Forgets one state, or all (null). */
export async function forgetStates(name: DraftName, at: number | null): Promise<void> {
  const gone = at === null ? rangeOf(name) : keyOf(name, at);
  await inDeviceStore("states", "readwrite", (store) => settled(store.delete(gone)));
}

function keyOf({ caseId, draft }: DraftName, at: number): IDBValidKey {
  return [caseId, draft, at];
}

/** All states of a draft: a list sorts after every number. */
function rangeOf({ caseId, draft }: DraftName): IDBKeyRange {
  return IDBKeyRange.bound([caseId, draft], [caseId, draft, []]);
}

function isState(value: unknown): value is DraftStateKept {
  if (typeof value !== "object" || value === null) return false;
  if (!("text" in value && "at" in value && "version" in value)) return false;
  const { text, at, version } = value;
  return (
    typeof text === "string" &&
    typeof at === "number" &&
    (version === null || typeof version === "string")
  );
}
