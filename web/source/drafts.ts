// Drafts that somebody is writing, kept on this device alone: in IndexedDB, one for each text of a case.

export interface KeptDraft {
  readonly text: string;
  /** Version id of the text that it was made from. */
  readonly from: string;
}

const DATABASE = "truceline";
const STORE = "drafts";

/** The draft that was kept; null for none, and where the browser keeps nothing. */
export async function readDraftOf(caseId: string, text: string): Promise<KeptDraft | null> {
  const found: unknown = await inStore("readonly", (store) =>
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
  await inStore("readwrite", async (store) => {
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

async function inStore<T>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.addEventListener("upgradeneeded", () => opening.result.createObjectStore(STORE));
  const database = await settled(opening);
  const answer = await ask(database.transaction(STORE, mode).objectStore(STORE));
  database.close();
  return answer;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () =>
      reject(request.error ?? new Error("the browser keeps no drafts")),
    );
  });
}
