/** Scripts of which one character stands for a name: each is a word, or letters join and mean nothing apart. */
const SINGLE = /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Arab}\p{sc=Syrc}\p{sc=Mong}\p{sc=Nkoo}]/u

/** A letter that nothing combines with, by the scripts of most names. Small, since it runs for every avatar. */
const PLAIN =
  /^[A-Za-z\u00c0-\u024f\u0370-\u0481\u048a-\u052f\u4e00-\u9fff\uac00-\ud7a3](?![\u0300-\u036f\u0483-\u0489\u1ab0-\u20ff]|[\ufe00-\ufe0f\udb40])/

function firstGrapheme(text: string): string {
  const [plain] = PLAIN.exec(text) ?? []
  if (plain) return plain
  // A costly object, made for the few names that need it.
  if (typeof Intl.Segmenter === 'function') {
    for (const { segment } of new Intl.Segmenter().segment(text)) return segment
  }
  return /^.\p{M}*/u.exec(text)?.[0] ?? ''
}

/** Upper case, but for letters of which that makes two (`ŉ`). Not by locale: server and browser must agree. */
function upper(letter: string): string {
  const capital = letter.toUpperCase()
  return capital.length > letter.length ? letter : capital
}

/**
 * The initials of a name: of its first and last word, or one character where the script is written so. Words without a
 * letter and words in brackets do not count; a phone number or a chat id in the name's place gives none.
 *
 * @example
 * initials('João da Silva') // 'JS'
 * initials('王小明') // '王'
 * initials('+55 21 99999-0000') // ''
 */
export function initials(name: string): string {
  if (/\d@/.test(name)) return ''
  const words = name
    .replace(/[([].*?(?:[)\]]|$)/g, ' ')
    .split(/\s+/)
    .map((word) => (PLAIN.test(word) ? word : word.replace(/^\P{L}+/u, '')))
    .filter(Boolean)
  const first = firstGrapheme(words[0] ?? '')
  const last = words.length > 1 ? firstGrapheme(words.at(-1) ?? '') : ''
  return SINGLE.test(first) || SINGLE.test(last) ? upper(first) : upper(first) + upper(last)
}
