import { dark, light, line, mix, oval, path } from './sketch.js'
import type { Sketch } from './sketch.js'

/** The outline of a head, between x 220 and 420, y 138 and 418. */
export type FaceShape = 'soft' | 'square' | 'round' | 'long'

/** What a face looks like. */
export interface Face {
  readonly skin: string
  readonly shape: FaceShape
  readonly eyes: string
  readonly brows: string
  readonly lips?: string | undefined
  readonly lashes?: boolean | undefined
  readonly smile: 'closed' | 'open'
  readonly freckles?: boolean | undefined
  /** Lines of age, 0 to 1. */
  readonly age?: number | undefined
  /** Larger eyes, lower in the face. */
  readonly child?: boolean | undefined
  /** Narrower eyes with a softer lid. */
  readonly monolid?: boolean | undefined
}

const OUTLINES: Record<FaceShape, string> = {
  soft: 'M222,262 C220,176 268,138 320,138 C372,138 420,176 418,262 C417,316 398,368 360,400 C344,413 332,417 320,417 C308,417 296,413 280,400 C242,368 223,316 222,262Z',
  square:
    'M220,262 C218,176 264,138 320,138 C376,138 422,176 420,262 C420,318 412,360 382,394 C362,414 342,420 320,420 C298,420 278,414 258,394 C228,360 220,318 220,262Z',
  round:
    'M216,268 C214,180 262,140 320,140 C378,140 426,180 424,268 C423,330 400,372 366,396 C350,408 334,412 320,412 C306,412 290,408 274,396 C240,372 217,330 216,268Z',
  long: 'M226,258 C224,172 270,134 320,134 C370,134 416,172 414,258 C414,320 398,378 362,412 C346,425 332,428 320,428 C308,428 294,425 278,412 C242,378 226,320 226,258Z',
}

/** The outline as path data. */
export function faceOutline(shape: FaceShape): string {
  return OUTLINES[shape]
}

/** Draws a head without hair. */
export function drawFace(sketch: Sketch, face: Face): string {
  const { skin, shape, age = 0 } = face
  const outline = OUTLINES[shape]
  const shade = mix(skin, '#5a1f1a', 0.34)
  const blush = mix(skin, '#e0574e', 0.5)
  const ears = [218, 422]
    .map(
      (x) =>
        oval(x, 298, 17, 30, sketch.linear(`${skin} 0, ${shade} 1`)) +
        oval(x, 300, 8, 17, shade, `opacity=".45" ${sketch.blur(3)}`),
    )
    .join('')
  const base = path(
    outline,
    sketch.radial(
      `${light(skin, 0.3)} 0, ${skin} .45, ${mix(skin, shade, 0.45)} .85, ${shade} 1`,
      0.4,
      0.38,
      0.68,
    ),
  )
  const modelling = sketch.clip(
    `<path d="${outline}"/>`,
    oval(262, 344, 34, 26, blush, `opacity=".34" ${sketch.blur(12)}`) +
      oval(378, 344, 34, 26, blush, `opacity=".34" ${sketch.blur(12)}`) +
      oval(277, 288, 32, 18, shade, `opacity=".3" ${sketch.blur(9)}`) +
      oval(363, 288, 32, 18, shade, `opacity=".3" ${sketch.blur(9)}`) +
      oval(296, 200, 60, 34, light(skin, 0.5), `opacity=".5" ${sketch.blur(18)}`) +
      oval(256, 326, 22, 12, light(skin, 0.55), `opacity=".45" ${sketch.blur(8)}`) +
      oval(320, 404, 50, 14, light(skin, 0.3), `opacity=".3" ${sketch.blur(8)}`) +
      path('M420,180 C440,260 430,380 330,430 L460,430Z', shade, `opacity=".34" ${sketch.blur(20)}`),
  )
  const wrinkles =
    age === 0
      ? ''
      : `<g opacity="${age}">${['M270,346 C264,354 262,362 263,370', 'M370,346 C376,354 378,362 377,370', 'M284,196 C308,190 336,190 358,196', 'M290,214 C310,209 332,209 352,214', 'M236,296 L226,290', 'M404,296 L414,290', 'M262,306 C272,312 284,312 292,308', 'M378,306 C368,312 356,312 348,308'].map((d) => line(d, shade, 3, `opacity=".6" ${sketch.blur(1.2)}`)).join('')}</g>`
  const freckles =
    face.freckles === true
      ? `<g opacity=".5">${Array.from({ length: 34 }, () => oval(320 + (sketch.random.next() - 0.5) * 130, 326 + (sketch.random.next() - 0.5) * 36, 1.7, 1.6, '#a85a32')).join('')}</g>`
      : ''
  const eyes = drawEye(sketch, face, 277) + drawEye(sketch, face, 363)
  const nose = drawNose(sketch, face)
  const mouth = drawMouth(sketch, face)
  const features =
    face.child === true
      ? `<g transform="translate(320 316) scale(1.26) translate(-320 -290)">${eyes}</g><g transform="translate(320 356) scale(.8 .72) translate(-320 -344)">${nose}</g><g transform="translate(320 386) scale(.84 .8) translate(-320 -378)">${mouth}</g>`
      : eyes + nose + mouth
  return ears + base + modelling + wrinkles + freckles + features
}

function drawEye(sketch: Sketch, face: Face, x: number): string {
  const y = 290
  const out = x < 320 ? -1 : 1
  const height = face.monolid === true ? 8 : 10.5
  const lid = dark(mix(face.skin, '#3a1a14', 0.6), 0.3)
  const shape = `M${x - 18},${y + 1} C${x - 10},${y - height} ${x + 10},${y - height} ${x + 18},${y + 1} C${x + 9},${y + height * 0.72} ${x - 9},${y + height * 0.72} ${x - 18},${y + 1}Z`
  const ball = sketch.clip(
    `<path d="${shape}"/>`,
    oval(x, y, 20, 13, '#f6efe9') +
      oval(
        x,
        y - 0.5,
        9.6,
        9.6,
        sketch.radial(`${light(face.eyes, 0.3)} 0, ${face.eyes} .7, ${dark(face.eyes, 0.6)} 1`),
      ) +
      oval(x, y - 0.5, 4.6, 4.6, '#140d0c') +
      oval(x - 3, y - 4, 2.6, 2.6, '#ffffff') +
      oval(x, y - 9, 20, 6, '#2a1512', `opacity=".35" ${sketch.blur(2)}`),
  )
  const brow = `M${x - 24 * out},${y - 29} C${x - 8 * out},${y - 38} ${x + 14 * out},${y - 38} ${x + 26 * out},${y - 27}`
  return (
    ball +
    line(
      `M${x - 19},${y + 2} C${x - 10},${y - height - 2} ${x + 10},${y - height - 2} ${x + 19},${y + 2}`,
      lid,
      face.lashes === true ? 4.4 : 3,
    ) +
    (face.lashes === true ? line(`M${x + 18 * out},${y + 1} l${7 * out},-6`, lid, 3) : '') +
    (face.monolid === true
      ? ''
      : line(
          `M${x - 17},${y - 8} C${x - 8},${y - 17} ${x + 8},${y - 17} ${x + 17},${y - 8}`,
          lid,
          1.6,
          'opacity=".35"',
        )) +
    line(brow, face.brows, face.lashes === true ? 6.5 : 9, `opacity=".86" ${sketch.blur(0.9)}`)
  )
}

function drawNose(sketch: Sketch, { skin }: Face): string {
  const shade = mix(skin, '#5a1f1a', 0.5)
  return (
    line('M330,296 C334,316 340,328 339,337', shade, 5, `opacity=".3" ${sketch.blur(3)}`) +
    oval(317, 322, 6, 22, light(skin, 0.6), `opacity=".55" ${sketch.blur(4)}`) +
    oval(320, 344, 19, 7, shade, `opacity=".4" ${sketch.blur(3.5)}`) +
    line(
      'M303,340 C306,347 313,346 316,344 M337,340 C334,347 327,346 324,344',
      dark(shade, 0.25),
      2.6,
      `opacity=".6" ${sketch.blur(0.6)}`,
    )
  )
}

function drawMouth(sketch: Sketch, { skin, lips = mix(skin, '#a8382f', 0.42), smile }: Face): string {
  const corner = mix(skin, '#5a1f1a', 0.5)
  const shadow = oval(320, 396, 26, 6, corner, `opacity=".35" ${sketch.blur(4)}`)
  if (smile === 'open') {
    const mouth =
      'M282,364 C300,361 310,362 320,364 C330,362 340,361 358,364 C350,388 336,395 320,395 C304,395 290,388 282,364Z'
    return (
      shadow +
      path(mouth, lips) +
      sketch.clip(
        '<path d="M287,366 C302,364 338,364 353,366 C346,384 334,389 320,389 C306,389 294,384 287,366Z"/>',
        box5('#5a1518') + oval(320, 368, 34, 11, '#fbf5ef') + oval(320, 394, 20, 8, '#b5494a'),
      ) +
      line('M276,361 L283,364 M364,361 L357,364', corner, 2.6, 'opacity=".5"')
    )
  }
  return (
    shadow +
    path(
      'M286,369 C300,362 312,360 320,364 C328,360 340,362 354,369 C340,372 330,372 320,373 C310,372 300,372 286,369Z',
      dark(lips, 0.12),
    ) +
    path(
      'M286,369 C300,373 340,373 354,369 C344,384 332,388 320,388 C308,388 296,384 286,369Z',
      sketch.linear(`${lips} 0, ${light(lips, 0.14)} 1`),
    ) +
    line('M280,366 C296,375 344,375 360,366', dark(lips, 0.5), 2.6, 'opacity=".7"') +
    oval(318, 380, 12, 2.6, '#ffffff', `opacity=".3" ${sketch.blur(1.5)}`)
  )
}

const box5 = (fill: string): string => `<rect x="280" y="360" width="80" height="40" fill="${fill}"/>`
