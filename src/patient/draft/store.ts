/** The one object store of the app in IndexedDB. It holds ciphertext and keys that cannot be read out. */
const DATABASE = 'prelude';
const STORE = 'draft';

export const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** What is done with the store: to keep something makes it where it is not there yet, and nothing else does. */
const modes = { look: 'readonly', change: 'readwrite', keep: 'readwrite' } as const;
type Purpose = keyof typeof modes;

/** Stays open once it is: while somebody types, opening costs more than writing. */
let connection: IDBDatabase | undefined;

function letGo(database: IDBDatabase): void {
  database.close();
  if (connection === database) connection = undefined;
}

async function connect(purpose: Purpose): Promise<IDBDatabase> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => {
    if (purpose === 'keep') opening.result.createObjectStore(STORE);
    else opening.transaction?.abort();
  };
  const database = await asked(opening);
  // Whoever takes the store away, here or in another tab, is not held up by a connection of ours.
  database.onversionchange = () => letGo(database);
  database.onclose = () => letGo(database);
  if (connection) letGo(connection);
  connection = database;
  return database;
}

/**
 * Does something with the store in one transaction. Rejects where the browser refuses storage, and where there is no
 * store to look into or to change: neither leaves anything behind.
 */
export async function withStore<T>(purpose: Purpose, use: (store: IDBObjectStore) => Promise<T>): Promise<T> {
  const database = connection ?? (await connect(purpose));
  return use(database.transaction(STORE, modes[purpose]).objectStore(STORE));
}

/** Takes the store itself away. */
export function removeStore(): Promise<unknown> {
  if (connection) letGo(connection);
  return asked(indexedDB.deleteDatabase(DATABASE));
}
