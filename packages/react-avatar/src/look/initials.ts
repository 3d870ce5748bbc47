/** Scripts of which one character stands for a name: each is a word, or letters join and mean nothing apart. */
const SINGLE = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Arab}\p{sc=Syrc}\p{sc=Mong}\p{sc=Nkoo}]/u

/**
 * A letter and what belongs to it: marks, joiners, the vowels of a Hangul syllable, and what a virama of the scripts that
 * write conjuncts binds to it. (`Intl.Segmenter` costs more than all else in a list, and server and browser may disagree.)
 */
const GRAPHEME = /^.([\u094d\u09cd\u0acd\u0b4d\u0c4d\u0d4d\u17d2]\u200d?\p{L}|[\p{M}\u200d\u1160-\u11ff])*/u

/** The first grapheme of a word, in upper case. */
function initial(word: string): string {
  const [letter = ''] = GRAPHEME.exec(word) ?? []
  // Not by locale: server and browser must agree. And not where that makes two letters of one.
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
  const words = name.replace(/[([].*?([)\]]|$)/g, ' ').match(/\p{L}\S*/gu) ?? []
  // Between the first and the last.
  words.splice(1, words.length - 2)
  const [first = '', last = ''] = words.map(initial)
  return SINGLE.test(first + last) ? first : first + last
}
