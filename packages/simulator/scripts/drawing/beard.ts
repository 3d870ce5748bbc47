import { dark, light, oval, path } from './sketch.js'
import type { Sketch } from './sketch.js'

/** Hair on a chin. */
export type Beard = 'full' | 'short' | 'stubble' | 'moustache' | 'long'

const FULL =
  'M218,300 C222,330 232,340 246,338 C268,334 286,346 300,352 C312,348 328,348 340,352 C354,346 372,334 394,338 C408,340 418,330 422,300 C426,360 412,408 376,430 C352,446 288,446 264,430 C228,408 214,360 218,300Z'
const LONG =
  'M216,296 C222,330 234,342 248,340 C270,336 288,348 300,352 C312,348 328,348 340,352 C352,348 370,336 392,340 C406,342 418,330 424,296 C430,380 414,452 372,486 C346,506 294,506 268,486 C226,452 210,380 216,296Z'
const MOUSTACHE =
  'M320,352 C308,344 286,350 270,372 C284,374 304,372 320,364 C336,372 356,374 370,372 C354,350 332,344 320,352Z'
const MOUTH = 'M286,366 C304,360 336,360 354,366 C346,386 334,390 320,390 C306,390 294,386 286,366Z'

/** Draws a beard; it leaves the mouth free. */
export function drawBeard(sketch: Sketch, beard: Beard, colour: string): string {
  const hair = (d: string): string =>
    sketch.clip(
      `<path d="${d}" clip-rule="evenodd"/>`,
      path(d, sketch.linear(`${light(colour, 0.1)} 0, ${colour} .5, ${dark(colour, 0.45)} 1`)) +
        `<rect x="160" y="260" width="320" height="300" ${sketch.texture(0.16, 0.05, 2.2)} opacity=".55" style="mix-blend-mode:soft-light"/>`,
    )
  // The mouth is cut out by winding, so that the lips below stay as they were drawn.
  const around = (d: string): string => `<g fill-rule="evenodd">${hair(`${d} ${MOUTH}`)}</g>`
  const beards: Record<Beard, () => string> = {
    full: () => `<g ${sketch.rough(5, 0.09)}>${around(FULL)}</g>`,
    long: () => `<g ${sketch.rough(7, 0.07)}>${around(LONG)}${hair(MOUSTACHE)}</g>`,
    short: () => `<g opacity=".8" ${sketch.rough(5, 0.1)}>${around(FULL)}</g>`,
    moustache: () => `<g ${sketch.rough(4, 0.09)}>${hair(MOUSTACHE)}</g>`,
    stubble: () =>
      `<g opacity=".3" ${sketch.blur(4)}>${path(`${FULL} ${MOUTH}`, dark(colour, 0.3), 'fill-rule="evenodd"')}</g>` +
      oval(320, 408, 30, 10, dark(colour, 0.3), `opacity=".18" ${sketch.blur(5)}`),
  }
  return beards[beard]()
}
