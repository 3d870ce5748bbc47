import { dark, light, line, many, oval, path } from './sketch.js'
import type { Sketch } from './sketch.js'

/** What else a person wears. */
export type Accessory =
  | 'glasses'
  | 'roundGlasses'
  | 'earrings'
  | 'cap'
  | 'strawHat'
  | 'headphones'
  | 'turban'
  | 'hijab'
  | 'necklace'

/** A layer over the head, and for some one behind it. */
export interface AccessoryLayers {
  readonly back?: string | undefined
  readonly front: string
}

function cloth(sketch: Sketch, d: string, colour: string, folds: readonly string[]): string {
  return sketch.clip(
    `<path d="${d}" clip-rule="evenodd"/>`,
    path(
      d,
      sketch.radial(`${light(colour, 0.26)} 0, ${colour} .5, ${dark(colour, 0.5)} 1`, 0.36, 0.25, 0.85),
      'fill-rule="evenodd"',
    ) +
      `<rect x="0" y="0" width="640" height="660" ${sketch.texture(0.3, 0.3, 1.5)} opacity=".2" style="mix-blend-mode:soft-light"/>` +
      folds
        .map(
          (fold) =>
            line(fold, dark(colour, 0.6), 11, `opacity=".42" ${sketch.blur(6)}`) +
            line(fold, light(colour, 0.5), 5, `opacity=".34" transform="translate(-7 -7)" ${sketch.blur(4)}`),
        )
        .join(''),
  )
}

/** Draws an accessory in a colour. */
export function drawAccessory(sketch: Sketch, accessory: Accessory, colour: string): AccessoryLayers {
  const lenses = (rx: number, height: number, corner: number): AccessoryLayers => {
    const lens = (x: number): string =>
      `<rect x="${x - rx}" y="${293 - height / 2}" width="${rx * 2}" height="${height}" rx="${corner}" fill="#dff2ff" fill-opacity=".14" stroke="${colour}" stroke-width="6"/>` +
      line(`M${x - 18},280 l14,-8`, '#ffffff', 5, `opacity=".6" ${sketch.blur(1)}`)
    const bows = `M${277 + rx},288 C316,280 324,280 ${363 - rx},288 M${277 - rx},286 L222,278 M${363 + rx},286 L418,278`
    return { front: lens(277) + lens(363) + line(bows, colour, 6) }
  }
  const things: Record<Accessory, () => AccessoryLayers> = {
    glasses: () => lenses(36, 50, 13),
    roundGlasses: () => lenses(33, 62, 32),
    earrings: () => ({
      front: [216, 424]
        .map(
          (x) =>
            oval(x, 338, 7, 7, sketch.radial(`#ffffff 0, ${colour} 1`, 0.35, 0.3)) +
            `<circle cx="${x}" cy="362" r="17" fill="none" stroke="${colour}" stroke-width="5"/>`,
        )
        .join(''),
    }),
    necklace: () => ({
      front:
        line('M258,476 C278,540 362,540 382,476', colour, 4) +
        oval(320, 528, 8, 9, sketch.radial(`#ffffff 0, ${colour} 1`, 0.35, 0.3)),
    }),
    cap: () => ({
      front:
        cloth(
          sketch,
          'M206,236 C198,140 250,84 322,84 C394,84 442,140 434,236 C372,208 268,208 206,236Z',
          colour,
          [
            'M322,84 C320,130 320,170 320,214',
            'M262,100 C244,140 238,180 240,222',
            'M380,100 C398,140 404,180 402,222',
          ],
        ) +
        path(
          'M196,244 C230,200 410,200 444,244 C460,262 452,274 430,268 C370,240 270,240 210,268 C188,274 180,262 196,244Z',
          sketch.linear(`${light(colour, 0.2)} 0, ${dark(colour, 0.5)} 1`),
        ) +
        oval(320, 270, 108, 18, '#1a0c0a', `opacity=".32" ${sketch.blur(9)}`) +
        oval(322, 86, 10, 6, dark(colour, 0.2)),
    }),
    strawHat: () => ({
      back: path(
        'M90,214 C120,120 520,120 550,214 C560,250 470,262 320,262 C170,262 80,250 90,214Z',
        sketch.radial('#b98b4e 0, #8d6434 1'),
      ),
      front:
        path(
          'M212,206 C206,110 256,66 322,66 C388,66 436,110 430,206 C380,226 262,226 212,206Z',
          sketch.radial('#f7dfa8 0, #e2bd78 .6, #b08548 1', 0.36, 0.3, 0.8),
        ) +
        path(
          'M84,210 C140,180 220,196 320,200 C420,196 500,180 556,210 C566,236 470,226 320,224 C170,226 74,236 84,210Z',
          sketch.linear('#f4d89a 0, #c0925240 1'),
        ) +
        sketch.clip(
          '<path d="M212,206 C206,110 256,66 322,66 C388,66 436,110 430,206Z"/>',
          many(9, (index) =>
            line(
              `M200,${92 + index * 13} C262,${104 + index * 13} 380,${104 + index * 13} 440,${92 + index * 13}`,
              '#a87c42',
              2,
              'opacity=".3"',
            ),
          ),
        ) +
        path('M210,196 C262,214 380,214 432,196 L432,172 C380,190 262,190 212,172Z', colour) +
        oval(320, 238, 120, 20, '#6b3a1c', `opacity=".34" ${sketch.blur(11)}`),
    }),
    headphones: () => ({
      front:
        `<path d="M206,300 C196,130 270,84 320,84 C370,84 444,130 434,300" fill="none" stroke="${dark(colour, 0.2)}" stroke-width="20" stroke-linecap="round"/><path d="M210,250 C210,150 270,92 320,92" fill="none" stroke="${light(colour, 0.4)}" stroke-width="5" opacity=".7"/>` +
        [204, 436]
          .map(
            (x) =>
              `<rect x="${x - 24}" y="252" width="48" height="96" rx="23" fill="${sketch.linear(`${light(colour, 0.25)} 0, ${colour} .6, ${dark(colour, 0.5)} 1`)}"/>`,
          )
          .join(''),
    }),
    turban: () => ({
      front:
        cloth(
          sketch,
          'M200,272 C180,150 226,66 322,62 C420,66 460,150 440,272 C428,232 380,204 322,196 C262,204 212,232 200,272Z',
          colour,
          [
            'M212,220 C250,150 350,90 424,118',
            'M206,190 C250,120 330,72 400,86',
            'M432,226 C400,160 320,100 230,116',
            'M438,190 C400,120 330,80 260,84',
            'M438,252 C410,206 360,180 322,184',
          ],
        ) +
        path('M322,196 C304,172 304,134 322,108 C340,134 340,172 322,196Z', light(colour, 0.16)) +
        oval(320, 250, 100, 12, '#1a0c0a', `opacity=".22" ${sketch.blur(9)}`),
    }),
    hijab: () => ({
      back: cloth(
        sketch,
        'M320,84 C216,84 174,170 178,290 C180,380 150,430 116,520 C100,580 90,620 86,660 L554,660 C550,620 540,580 524,520 C490,430 460,380 462,290 C466,170 424,84 320,84Z',
        dark(colour, 0.14),
        [],
      ),
      front:
        cloth(
          sketch,
          'M320,96 C220,96 184,176 188,290 C190,390 236,452 320,462 C404,452 450,390 452,290 C456,176 420,96 320,96Z M320,160 C262,160 232,210 234,280 C236,352 276,404 320,408 C364,404 404,352 406,280 C408,210 378,160 320,160Z',
          colour,
          [
            'M204,230 C210,330 250,420 330,444',
            'M436,230 C430,330 390,420 300,444',
            'M250,130 C290,116 350,116 392,134',
          ],
        ) +
        cloth(
          sketch,
          'M206,380 C250,470 400,470 440,376 C470,440 512,480 540,560 C560,610 560,640 566,660 L74,660 C90,560 170,470 206,380Z',
          colour,
          [
            'M230,450 C300,520 420,500 450,430',
            'M180,500 C280,590 430,570 500,500',
            'M130,580 C260,650 440,640 540,580',
          ],
        ) +
        oval(320, 176, 76, 16, '#1a0c0a', `opacity=".25" ${sketch.blur(8)}`),
    }),
  }
  return things[accessory]()
}
