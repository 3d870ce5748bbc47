/** Who asks, by the token that came with the request. */
export type TokenCheck =
  | { readonly kind: 'known'; readonly subject: string }
  | { readonly kind: 'unknown' }
  /** Nobody can tell now: the keys to check with cannot be had. */
  | { readonly kind: 'unavailable' }
