/** How many colours `styles.css` has. */
const COLORS = 12

/** The colour of a chat, 1 to 12: the same one wherever and in whatever state its avatar shows. */
export function colorOf(chatId: string): number {
  let hash = 0
  // Small enough for exact arithmetic; a prime, so that numbers in a row do not share a colour.
  for (const character of chatId) hash = (hash * 31 + character.charCodeAt(0)) % 999_983
  return (hash % COLORS) + 1
}
