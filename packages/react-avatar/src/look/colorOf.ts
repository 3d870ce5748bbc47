/** How many colours `styles.css` has. */
const COLORS = 12

/** The colour of a chat, 1 to 12 (FNV-1a): the same one wherever and in whatever state its avatar shows. */
export function colorOf(chatId: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < chatId.length; index++)
    hash = Math.imul(hash ^ chatId.charCodeAt(index), 0x01000193)
  // Ids differ little in their last characters, and the low bits would too.
  return ((((hash >>> 8) ^ hash) >>> 0) % COLORS) + 1
}
