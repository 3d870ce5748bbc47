import type { Chat } from '../../shared/chat.js'
import { AR } from './phrases/ar.js'
import { EN } from './phrases/en.js'
import { ES } from './phrases/es.js'
import { HE } from './phrases/he.js'
import { HI } from './phrases/hi.js'
import { JA } from './phrases/ja.js'
import { KO } from './phrases/ko.js'
import type { Phrases } from './phrases/phrases.js'
import { PT } from './phrases/pt.js'
import { RU } from './phrases/ru.js'
import { ZH } from './phrases/zh.js'

/** A script that one of our languages has to itself; Han comes last, as Japanese names may be all Han. */
const BY_SCRIPT: readonly (readonly [RegExp, Phrases])[] = [
  [/\p{Script=Cyrillic}/u, RU],
  [/\p{Script=Arabic}/u, AR],
  [/\p{Script=Hebrew}/u, HE],
  [/\p{Script=Devanagari}/u, HI],
  [/\p{Script=Hangul}/u, KO],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, JA],
]

const BY_COUNTRY: readonly (readonly [string, Phrases])[] = [
  ['55', PT],
  ['351', PT],
  ['34', ES],
  ['52', ES],
  ['54', ES],
  ['57', ES],
  ['7', RU],
  ['81', JA],
  ['82', KO],
  ['86', ZH],
]

/** Spellings that tell languages with Latin letters apart; groups have no number that would. */
const BY_SPELLING: readonly (readonly [RegExp, Phrases])[] = [
  [
    /[ãõç]|\b(?:do|da|dos|no|na|família|futebol|condomínio|amigas|pais|churrasco|carona|corrida|trilha)\b/iu,
    PT,
  ],
  [/[ñ¡¿]|\b(?:del|los|las|el|y|de|familia|edificio|primos|viaje|oficina|vecinos|senderismo)\b/iu, ES],
]

/** The small talk that fits a chat: by the script of its name, by its country or by its spelling, else English. */
export function phrasesOf(chat: Chat): Phrases {
  const byScript = find(BY_SCRIPT, (script) => script.test(chat.name))
  if (byScript !== undefined) return byScript
  const byCountry = chat.id.endsWith('@c.us')
    ? find(BY_COUNTRY, (code) => chat.id.startsWith(code))
    : undefined
  if (/\p{Script=Han}/u.test(chat.name)) return byCountry === JA ? JA : ZH
  return byCountry ?? find(BY_SPELLING, (spelling) => spelling.test(chat.name)) ?? EN
}

function find<Key>(
  table: readonly (readonly [Key, Phrases])[],
  fits: (key: Key) => boolean,
): Phrases | undefined {
  return table.find(([key]) => fits(key))?.[1]
}
