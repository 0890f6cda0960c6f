// Drafts that somebody is writing, kept on this device alone: in IndexedDB, one for each text of a case.
import { inDeviceStore, settled } from "./device-store.ts";

export interface KeptDraft {
  readonly text: string;
  /** Version id of the text that it was made from. */
  readonly from: string;
}

/** The draft that was kept; null for none, and where the browser keeps nothing. */
export async function readDraftOf(caseId: string, text: string): Promise<KeptDraft | null> {
  const found: unknown = await inDeviceStore("drafts", "readonly", (store) =>
    settled(store.get(keyOf(caseId, text))),
  );
  return isKept(found) ? found : null;
}

/** Keeps a draft, or forgets it (null). Rejects where the browser keeps nothing. */
export async function keepDraft(
  caseId: string,
  text: string,
  draft: KeptDraft | null,
): Promise<void> {
  const key = keyOf(caseId, text);
  await inDeviceStore("drafts", "readwrite", async (store) => {
    if (draft === null) await settled(store.delete(key));
    else await settled(store.put(draft, key));
  });
}

function keyOf(caseId: string, text: string): string {
  return JSON.stringify([caseId, text]);
}

function isKept(value: unknown): value is KeptDraft {
  if (typeof value !== "object" || value === null) return false;
  return "text" in value && typeof value.text === "string" && "from" in value;
}
