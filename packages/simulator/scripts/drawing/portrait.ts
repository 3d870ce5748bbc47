import { drawAccessory } from './accessories.js'
import type { Accessory } from './accessories.js'
import { drawBackdrop } from './backdrop.js'
import type { Backdrop } from './backdrop.js'
import { drawBeard } from './beard.js'
import type { Beard } from './beard.js'
import { drawClothes } from './clothes.js'
import type { Clothes } from './clothes.js'
import { drawFace, faceOutline } from './face.js'
import type { Face } from './face.js'
import { drawHair } from './hair.js'
import type { HairStyle } from './hair.js'
import { oval, path } from './sketch.js'
import type { Sketch } from './sketch.js'

/** One person. */
export interface Person {
  readonly face: Face
  readonly hair: readonly [style: HairStyle, colour: string]
  readonly beard?: readonly [beard: Beard, colour: string] | undefined
  readonly clothes: readonly [clothes: Clothes, colour: string]
  readonly wears?: readonly (readonly [accessory: Accessory, colour: string])[] | undefined
}

/** A person before a backdrop. */
export interface Portrait extends Person {
  readonly backdrop: readonly [backdrop: Backdrop, colour?: string]
  /** How the camera was held: shift, size and tilt. */
  readonly frame?:
    | { readonly x?: number; readonly y?: number; readonly scale?: number; readonly tilt?: number }
    | undefined
}

/** Draws head and shoulders in the middle of the picture, without a backdrop. */
export function drawPerson(sketch: Sketch, person: Person): string {
  const { face, hair, beard, clothes, wears = [] } = person
  const layers = drawHair(sketch, ...hair)
  const things = wears.map(([accessory, colour]) => drawAccessory(sketch, accessory, colour))
  const outline = `<path d="${faceOutline(face.shape)}"/>`
  const underHair = sketch.clip(
    outline,
    oval(320, 160, 130, 56, '#2a0f0a', `opacity=".38" ${sketch.blur(14)}`),
  )
  const covered = wears.some(([accessory]) => accessory === 'hijab')
  return (
    things.map((thing) => thing.back ?? '').join('') +
    (covered ? '' : layers.back) +
    drawClothes(sketch, ...clothes, face.skin) +
    drawFace(sketch, face) +
    (beard === undefined ? '' : drawBeard(sketch, ...beard)) +
    (covered || hair[0] === 'none' ? '' : underHair) +
    (covered ? '' : layers.front) +
    things.map((thing) => thing.front).join('')
  )
}

/** Draws a portrait: the backdrop, the person, and light on one side. */
export function drawPortrait(sketch: Sketch, portrait: Portrait): string {
  const { x = 0, y = 0, scale = 1.26, tilt = 0 } = portrait.frame ?? {}
  const place = `translate(${320 + x} ${330 + y}) rotate(${tilt}) scale(${scale}) translate(-320 -330)`
  const side = path(
    'M-20,-20 L260,-20 L120,660 L-20,660Z',
    '#fff1d6',
    `opacity=".3" ${sketch.blur(60)} style="mix-blend-mode:soft-light"`,
  )
  return (
    drawBackdrop(sketch, ...portrait.backdrop) +
    `<g transform="${place}">${drawPerson(sketch, portrait)}</g>` +
    side
  )
}
