import { type DraftKeys, draftKeys } from '../draft/keys.ts';

export interface Key {
  readonly secret: string;
  readonly keys: DraftKeys;
}

/** The secret of the one draft that is open, with what it opens. Making the keys takes long: it begins at once. */
export function createHeldKey() {
  let inUse: { readonly secret: string; readonly key: Promise<Key> } | undefined;
  return {
    use(secret: string): void {
      inUse = { secret, key: draftKeys(secret).then((keys) => ({ secret, keys })) };
    },
    isHeld: (): boolean => inUse !== undefined,
    secret: (): string | undefined => inUse?.secret,
    held(): Promise<Key> {
      if (!inUse) throw new Error('There is no secret to work with');
      return inUse.key;
    },
    drop(): void {
      inUse = undefined;
    },
  };
}

export type HeldKey = ReturnType<typeof createHeldKey>;
