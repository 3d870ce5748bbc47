/** A list that is known not to be empty. */
export type Some<T> = readonly [T, ...T[]]
