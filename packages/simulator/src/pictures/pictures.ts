import type { Some } from '../some.js'
import type { Picture } from './picture.js'
import { PORTRAITS } from './portraits.js'
import { SCENES } from './scenes.js'

/** Every picture of the package. `scripts/makePictures.ts` draws them. */
export const PICTURES: Some<Picture> = [...PORTRAITS, ...SCENES]
