/**
 * A number from 0 to 4,294,967,295 that depends on the text alone (FNV-1a with a final mix): the same chat has the same
 * messages on every machine.
 */
export function seedOf(text: string): number {
  let hash = 0x81_1c_9d_c5
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x7f_eb_35_2d)
  hash = Math.imul(hash ^ (hash >>> 15), 0x84_6c_a6_8b)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** One of the items, chosen by the seed; `undefined` only for an empty list. */
export function pick<Item>(items: readonly Item[], seed: number): Item | undefined {
  return items[seed % items.length]
}
