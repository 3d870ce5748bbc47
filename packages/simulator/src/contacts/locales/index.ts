import type { Some } from '../../some.js'
import type { Locale } from '../locale.js'
import { arabic } from './arabic.js'
import { chinese } from './chinese.js'
import { english } from './english.js'
import { hebrew } from './hebrew.js'
import { hindi } from './hindi.js'
import { japanese } from './japanese.js'
import { korean } from './korean.js'
import { portuguese } from './portuguese.js'
import { russian } from './russian.js'
import { spanish } from './spanish.js'

/** Every language the simulated address book speaks, the commonest first. */
export const LOCALES: Some<Locale> = [
  portuguese,
  spanish,
  english,
  russian,
  arabic,
  hindi,
  chinese,
  hebrew,
  japanese,
  korean,
]
