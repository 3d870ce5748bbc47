import { dark, light, line, many, oval, path } from './sketch.js'
import type { Sketch } from './sketch.js'

/** The ways hair can fall. */
export type HairStyle =
  | 'long'
  | 'straight'
  | 'bob'
  | 'curls'
  | 'bun'
  | 'braid'
  | 'short'
  | 'quiff'
  | 'fade'
  | 'messy'
  | 'manBun'
  | 'receding'
  | 'none'

/** The two layers of a head of hair. */
export interface HairLayers {
  readonly back: string
  readonly front: string
}

const BACK_LONG =
  'M320,98 C226,94 182,160 180,262 C178,336 158,384 164,452 C168,514 148,548 196,580 C250,602 270,560 276,510 L364,510 C370,560 390,602 444,580 C492,548 472,514 476,452 C482,384 462,336 460,262 C458,160 414,94 320,98Z'
const FRONT_PARTED =
  'M296,172 C252,190 222,232 214,296 C210,332 202,352 196,376 C182,330 180,244 196,198 C216,132 272,98 328,98 C408,98 456,152 458,236 C460,300 454,340 446,376 C438,346 430,318 426,292 C414,232 366,196 296,172Z'
const FRONT_PULLED =
  'M214,290 C204,190 246,112 320,110 C394,112 436,190 426,290 C420,234 398,178 320,172 C242,178 220,234 214,290Z'

/** Hair with light on it: a gradient, and streaks along the fall. */
function strands(sketch: Sketch, d: string, colour: string, across: boolean = false): string {
  const fill = sketch.radial(
    `${light(colour, 0.28)} 0, ${colour} .4, ${dark(colour, 0.5)} 1`,
    0.36,
    0.2,
    0.85,
  )
  const noise = across ? sketch.texture(0.012, 0.14, 2.2) : sketch.texture(0.13, 0.011, 2.2)
  // Base and streaks share one group: a clipped group blends with nothing outside itself.
  return sketch.clip(
    `<path d="${d}"/>`,
    path(d, fill) +
      `<rect x="60" y="20" width="520" height="620" ${noise} opacity=".62" style="mix-blend-mode:soft-light"/>`,
  )
}

/** A cloud of curls between two circles. */
function curls(
  sketch: Sketch,
  colour: string,
  count: number,
  at: (index: number) => readonly [x: number, y: number, r: number],
): string {
  return many(count, (index) => {
    const [x, y, r] = at(index)
    const tone = sketch.random.next()
    const base = tone < 0.5 ? dark(colour, 0.35 * (1 - tone)) : light(colour, 0.16 * tone)
    return oval(
      x,
      y,
      r,
      r,
      sketch.radial(`${light(base, 0.16)} 0, ${base} .7, ${dark(base, 0.4)} 1`, 0.4, 0.35, 0.6),
    )
  })
}

/** Draws hair of a style and colour. */
export function drawHair(sketch: Sketch, style: HairStyle, colour: string): HairLayers {
  const hair = (d: string, across?: boolean): string => strands(sketch, d, colour, across)
  const none = ''
  const styles: Record<HairStyle, () => HairLayers> = {
    long: () => ({ back: hair(BACK_LONG), front: hair(FRONT_PARTED) }),
    straight: () => ({
      back: hair(
        'M320,98 C222,96 188,166 188,268 L178,560 C220,574 260,570 280,560 L360,560 C380,570 420,574 462,560 L452,268 C452,166 418,96 320,98Z',
      ),
      front: hair(
        'M204,380 C188,300 186,210 214,160 C240,116 282,98 322,98 C366,98 402,118 428,160 C454,212 452,300 436,380 C430,330 426,300 424,262 C404,250 372,256 320,254 C268,256 238,250 216,262 C214,300 210,330 204,380Z',
      ),
    }),
    bob: () => ({
      back: hair(
        'M320,96 C224,92 182,164 180,268 C178,340 176,392 196,428 C232,446 262,432 272,410 L368,410 C378,432 408,446 444,428 C464,392 462,340 460,268 C458,164 416,92 320,96Z',
      ),
      front: hair(
        'M352,168 C300,214 246,224 216,300 C212,346 208,386 216,420 C184,396 178,300 184,240 C190,150 252,96 330,96 C414,98 458,160 458,252 C460,320 456,392 428,420 C434,370 430,318 424,276 C412,238 388,196 352,168Z',
      ),
    }),
    curls: () => ({
      back: curls(sketch, colour, 150, (index) => {
        const angle = index * 2.4
        const reach = 60 + Math.sqrt(index / 150) * 112
        return [
          320 + Math.cos(angle) * reach * 1.08,
          236 + Math.sin(angle) * reach * (Math.sin(angle) > 0 ? 1.12 : 0.95),
          22 + sketch.random.next() * 12,
        ]
      }),
      front: curls(sketch, colour, 46, (index) => {
        const angle = Math.PI * (1.0 + index / 45)
        const wobble = sketch.random.next() * 36
        return [
          320 + Math.cos(angle) * (104 + wobble),
          252 + Math.sin(angle) * (96 + wobble),
          15 + sketch.random.next() * 10,
        ]
      }),
    }),
    bun: () => ({
      back:
        hair(
          'M320,36 C364,36 388,64 384,96 C380,124 356,134 320,134 C284,134 260,124 256,96 C252,64 276,36 320,36Z',
          true,
        ) + hair('M320,104 C238,104 204,180 210,300 L430,300 C436,180 402,104 320,104Z'),
      front:
        hair(FRONT_PULLED) +
        line(
          'M268,186 C290,150 306,130 318,112 M372,186 C350,150 334,130 322,112',
          light(colour, 0.35),
          3,
          `opacity=".5" ${sketch.blur(1.5)}`,
        ),
    }),
    manBun: () => ({
      back:
        oval(352, 104, 42, 38, dark(colour, 0.2)) +
        hair('M320,112 C236,110 204,190 212,300 L428,300 C436,190 404,110 320,112Z'),
      front: hair(
        'M212,288 C204,196 246,118 320,116 C394,118 436,196 428,288 C420,236 396,186 320,178 C244,186 220,236 212,288Z',
      ),
    }),
    braid: () => ({
      back: hair(
        'M320,100 C226,98 190,170 196,290 C198,350 210,400 226,420 L414,420 C430,400 442,350 444,290 C450,170 414,98 320,100Z',
      ),
      front:
        hair(
          'M320,150 C262,164 222,220 214,300 C208,330 206,350 204,364 C186,300 186,200 216,156 C242,114 284,100 320,100 C356,100 398,114 424,156 C454,200 454,300 436,364 C434,350 432,330 426,300 C418,220 378,164 320,150Z',
        ) +
        many(9, (index) => {
          const y = 396 + index * 29
          const x = 446 + Math.sin(index / 2.4) * 9
          const tone = sketch.linear(`${light(colour, 0.22)} 0, ${colour} .5, ${dark(colour, 0.5)} 1`)
          return `<g transform="rotate(${index % 2 === 0 ? 34 : -34} ${x} ${y})">${oval(x, y, 25, 18, tone)}</g>`
        }),
    }),
    short: () => ({
      back: none,
      front: hair(
        'M212,296 C196,196 232,112 324,108 C416,106 446,196 428,296 C424,262 420,236 406,206 C372,190 300,204 258,190 C236,214 220,250 212,296Z',
      ),
    }),
    quiff: () => ({
      back: none,
      front: hair(
        'M214,292 C204,240 204,196 226,166 C222,132 270,100 330,104 C384,98 432,132 424,184 C434,216 434,262 426,292 C424,258 418,228 402,204 C372,206 338,178 296,186 C258,192 230,222 214,292Z',
        true,
      ),
    }),
    fade: () => ({
      back: none,
      front:
        path(
          'M214,296 C206,200 240,122 320,120 C400,122 434,200 426,296 C420,250 414,214 400,196 C360,182 280,182 240,196 C226,214 220,250 214,296Z',
          dark(colour, 0.1),
          `opacity=".72" ${sketch.blur(3)}`,
        ) +
        curls(sketch, colour, 120, () => {
          const angle = Math.PI * (1.08 + sketch.random.next() * 0.84)
          const reach = sketch.random.next() * 34
          return [
            320 + Math.cos(angle) * (70 + reach),
            212 + Math.sin(angle) * (62 + reach),
            6 + sketch.random.next() * 5,
          ]
        }),
    }),
    messy: () => ({
      back: none,
      front: hair(
        'M210,300 C194,250 190,190 214,150 C236,104 290,88 330,92 C392,90 446,132 442,204 C446,240 440,272 430,300 C428,276 424,258 418,244 C406,258 396,254 388,232 C374,254 352,256 340,232 C322,258 300,256 288,232 C274,256 252,262 240,240 C226,254 216,274 210,300Z',
      ),
    }),
    receding: () => ({
      back:
        hair('M216,320 C196,280 196,210 222,180 L250,210 L244,320Z') +
        hair('M424,320 C444,280 444,210 418,180 L390,210 L396,320Z'),
      front:
        hair(
          'M212,306 C200,250 206,196 238,160 C262,134 292,124 320,126 C286,140 254,176 244,214 C234,240 226,270 212,306Z',
        ) +
        hair(
          'M428,306 C440,250 434,196 402,160 C378,134 348,124 320,126 C354,140 386,176 396,214 C406,240 414,270 428,306Z',
        ),
    }),
    none: () => ({
      back: none,
      front: sketch.clip(
        '<path d="M222,262 C220,176 268,138 320,138 C372,138 420,176 418,262Z"/>',
        oval(282, 172, 46, 22, '#ffffff', `opacity=".34" ${sketch.blur(10)}`),
      ),
    }),
  }
  return styles[style]()
}
