/** An answer as the cache keeps it. Plain data: a shared store can write it as JSON. */
export type StoredAnswer =
  | {
      readonly status: 'found'
      /** What tells one picture of a chat from the next: the last path segment of its link, or a digest of its bytes. */
      readonly pictureId: string
      readonly link?: string | undefined
      /** When the link dies, as far as it says so. */
      readonly expiresAtMs?: number | undefined
    }
  | { readonly status: 'none' | 'hidden' | 'no_account' }
