import { MEN } from './men.js'
import type { Portrait } from './portrait.js'
import { WOMEN } from './women.js'

/** Everyone who has a portrait. */
export const PORTRAITS: Readonly<Record<string, Portrait>> = { ...WOMEN, ...MEN }
