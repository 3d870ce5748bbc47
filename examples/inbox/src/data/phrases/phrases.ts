/**
 * A few lines that follow from each other. The first character says who speaks: `<` somebody else (in a group, the next
 * member), `+` the same person again, `>` me.
 */
export type Exchange = readonly string[]

/** Made-up small talk in one language. */
export interface Phrases {
  readonly person: readonly Exchange[]
  readonly group: readonly Exchange[]
}
