/** The one object store of the app in IndexedDB. It holds ciphertext and keys that cannot be read out. */
const DATABASE = 'prelude';
const STORE = 'draft';

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Rejects where the browser refuses storage, and where a look finds nothing: looking leaves nothing behind. */
export async function withStore<T>(
  mode: IDBTransactionMode,
  use: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => {
    if (mode === 'readonly') opening.transaction?.abort();
    else opening.result.createObjectStore(STORE);
  };
  const database = await asked(opening);
  try {
    return await asked(use(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

/** Takes the store itself away. */
export const removeStore = (): Promise<unknown> => asked(indexedDB.deleteDatabase(DATABASE));
