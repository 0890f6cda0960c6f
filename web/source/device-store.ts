// What this device keeps, in IndexedDB: drafts as they are typed, and earlier states of them. Every call rejects where the browser
// keeps nothing.

/** `drafts`: one a text, by its key. `states`: by case, draft and time. */
export type DeviceStore = "drafts" | "states";

const DATABASE = "truceline";
const VERSION = 2;
const STORES: readonly DeviceStore[] = ["drafts", "states"];

/** Asks one store; the answer is what was asked for, once it is kept. */
export async function inDeviceStore<T>(
  name: DeviceStore,
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const opening = indexedDB.open(DATABASE, VERSION);
  opening.addEventListener("upgradeneeded", () => {
    const { result } = opening;
    const missing = STORES.filter((store) => !result.objectStoreNames.contains(store));
    for (const store of missing) result.createObjectStore(store);
  });
  const database = await settled(opening);
  try {
    return await ask(database.transaction(name, mode).objectStore(name));
  } finally {
    database.close();
  }
}

/** What a request came to. */
export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () =>
      reject(request.error ?? new Error("the browser keeps nothing")),
    );
  });
}
