/** How many colours `styles.css` has. */
const COLORS = 12

/** The colour of a chat, 1 to 12: the same one wherever and in whatever state its avatar shows. */
export function colorOf(chatId: string): number {
  let hash = 0
  for (const letter of chatId) hash = (hash * 31 + letter.charCodeAt(0)) | 0
  return (Math.abs(hash) % COLORS) + 1
}
