/** A piece of a name; `hit` pieces are the ones that were searched for. */
export interface Piece {
  readonly text: string
  readonly hit: boolean
}

/** Lower case without accents, so that `joao` finds `João` and `елка` finds `Ёлка`. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
}

/** What a chat can be found by; made once, as folding 2,000 names on every key press would be felt. */
export interface SearchEntry {
  readonly name: string
  readonly digits: string
}

/** Makes the entry of one chat: its name, and the digits of its number. */
export function searchEntry(name: string, chatId: string): SearchEntry {
  return { name: fold(name), digits: chatId.replaceAll(/\D/g, '') }
}

/** Whether a chat answers to the words typed: each in its name, or together as part of its number. */
export function matches(entry: SearchEntry, query: string): boolean {
  const folded = fold(query).trim()
  if (folded === '') return true
  if (/^\+?[\d\s().-]+$/.test(folded)) {
    const digits = folded.replaceAll(/\D/g, '')
    if (digits !== '' && entry.digits.includes(digits)) return true
  }
  return folded.split(/\s+/).every((word) => entry.name.includes(word))
}

/** Cuts a name into pieces so that what was searched for can be marked. */
export function markHits(name: string, query: string): readonly Piece[] {
  const words = fold(query).trim().split(/\s+/).filter(Boolean)
  const letters = Array.from(new Intl.Segmenter().segment(name), ({ segment }) => segment)
  const folded = letters.map(fold)
  const hits = letters.map(() => false)
  for (const word of words) {
    for (const start of folded.keys()) {
      const end = endOfWord(folded, start, word)
      if (end !== undefined) hits.fill(true, start, end)
    }
  }
  const pieces: { text: string; hit: boolean }[] = []
  for (const [index, letter] of letters.entries()) {
    const hit = hits[index] === true
    const last = pieces.at(-1)
    if (last?.hit === hit) last.text += letter
    else pieces.push({ text: letter, hit })
  }
  return pieces
}

/** A letter can fold to none (an accent of its own) or to several (`ﬁ`), so words are walked, not indexed. */
function endOfWord(folded: readonly string[], start: number, word: string): number | undefined {
  let rest = word
  let index = start
  while (rest !== '') {
    const letter = folded[index]
    if (letter === undefined || (letter === '' && index === start)) return undefined
    if (!rest.startsWith(letter)) return letter.startsWith(rest) ? index + 1 : undefined
    rest = rest.slice(letter.length)
    index++
  }
  while (folded[index] === '') index++
  return index
}
