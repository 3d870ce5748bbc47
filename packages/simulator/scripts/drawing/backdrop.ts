import { box, dark, light, many, oval, path, sheet } from './sketch.js'
import type { Sketch } from './sketch.js'

/** What lies out of focus behind a person. */
export type Backdrop =
  | 'garden'
  | 'beach'
  | 'city'
  | 'studio'
  | 'cafe'
  | 'wall'
  | 'window'
  | 'autumn'
  | 'sunset'
  | 'books'

/** Draws a place out of focus; `colour` tints those without a colour of their own. */
export function drawBackdrop(sketch: Sketch, backdrop: Backdrop, colour: string = '#7a93a8'): string {
  const soft = (radius: number, content: string): string => `<g ${sketch.blur(radius)}>${content}</g>`
  const bokeh = (
    count: number,
    colours: readonly [string, ...string[]],
    size: number,
    top: number,
    bottom: number,
  ): string =>
    many(count, () => {
      const r = size * (0.4 + sketch.random.next())
      return oval(
        sketch.random.integer(0, 640),
        sketch.random.integer(top, bottom),
        r,
        r,
        sketch.random.pick(colours),
        `opacity="${(0.18 + sketch.random.next() * 0.4).toFixed(2)}"`,
      )
    })
  const places: Record<Backdrop, () => string> = {
    garden: () =>
      sheet(sketch.linear('#cfe3a4 0, #7ea65c .5, #37592f 1')) +
      soft(
        22,
        many(16, () =>
          oval(
            sketch.random.integer(0, 640),
            sketch.random.integer(120, 640),
            90,
            60,
            sketch.random.pick(['#4c7a3a', '#83ad57', '#2f5a32', '#b6cf7b']),
            'opacity=".6"',
          ),
        ),
      ) +
      soft(5, bokeh(16, ['#f4ffc9', '#e3f5a8', '#fff8d8'], 26, 0, 380)),
    autumn: () =>
      sheet(sketch.linear('#f6d9a0 0, #d98f45 .5, #6d3a22 1')) +
      soft(
        20,
        many(16, () =>
          oval(
            sketch.random.integer(0, 640),
            sketch.random.integer(60, 640),
            80,
            60,
            sketch.random.pick(['#c5632b', '#e7a94f', '#8c4322', '#f2c66a']),
            'opacity=".55"',
          ),
        ),
      ) +
      soft(5, bokeh(14, ['#fff0c4', '#ffd98a'], 24, 0, 360)),
    beach: () =>
      sheet(sketch.linear('#8fc9ee 0, #d8effa .42, #2f95b5 .43, #6cc4cc .6, #f0dfbd .63, #d9b985 1')) +
      soft(
        14,
        oval(90, 250, 150, 46, '#3d6e4c', 'opacity=".75"') +
          box(-20, 380, 700, 12, '#ffffff', 'opacity=".7"') +
          oval(520, 90, 140, 40, '#ffffff', 'opacity=".8"'),
      ),
    city: () =>
      sheet(sketch.linear('#1b2140 0, #4a3560 .6, #1d1a30 1')) +
      soft(
        14,
        many(9, (index) =>
          box(
            index * 76 - 20,
            80 + sketch.random.integer(0, 180),
            60,
            600,
            sketch.random.pick(['#141a33', '#232850', '#2d2b52']),
          ),
        ),
      ) +
      soft(3, bokeh(44, ['#ffce7a', '#ff8f6b', '#8fd0ff', '#fff1c9', '#ff6f91'], 20, 60, 560)),
    cafe: () =>
      sheet(sketch.linear('#5c3d2e 0, #8d5d3c .6, #382219 1')) +
      soft(
        18,
        box(60, 90, 190, 230, '#f5d9a6', 'opacity=".75"') +
          box(430, 60, 150, 300, '#3b2419') +
          box(-20, 430, 700, 60, '#2b1911'),
      ) +
      soft(4, bokeh(20, ['#ffd38a', '#ffb45c', '#fff0cf'], 24, 0, 340)),
    window: () =>
      sheet(sketch.linear(`${light(colour, 0.55)} 0, ${dark(colour, 0.25)} 1`, 20)) +
      soft(
        26,
        path('M-20,-20 L330,-20 L230,660 L-20,660Z', '#fffaf0', 'opacity=".75"') +
          box(500, 40, 180, 500, dark(colour, 0.35), 'opacity=".6"'),
      ),
    wall: () =>
      sheet(sketch.linear(`${light(colour, 0.35)} 0, ${dark(colour, 0.3)} 1`, 50)) +
      soft(40, path('M-20,80 L660,-60 L660,240 L-20,420Z', '#ffffff', 'opacity=".22"')) +
      sheet('#808080', `${sketch.texture(0.02, 0.03, 0.8)} opacity=".25" style="mix-blend-mode:soft-light"`),
    sunset: () =>
      sheet(sketch.linear('#4a4f8c 0, #d97f83 .35, #ffc27a .6, #7a4a5a .66, #2a2038 1')) +
      soft(
        20,
        oval(470, 360, 90, 90, '#fff3cf') +
          path('M-20,430 C120,370 260,420 400,400 C500,390 600,420 660,400 L660,660 L-20,660Z', '#3a2840'),
      ),
    books: () =>
      sheet('#3d2c25') +
      soft(
        9,
        many(
          3,
          (row) =>
            many(26, (index) =>
              box(
                index * 26 - 10,
                row * 170 - 20 + sketch.random.integer(0, 34),
                22,
                150,
                sketch.random.pick([
                  '#a8503c',
                  '#d9b16a',
                  '#4a6d78',
                  '#e6dcc6',
                  '#39503f',
                  '#7a4258',
                  '#c98a4b',
                ]),
              ),
            ) + box(-20, row * 170 + 134, 700, 16, '#5d4335'),
        ),
      ),
    studio: () =>
      sheet(
        sketch.radial(`${light(colour, 0.42)} 0, ${colour} .55, ${dark(colour, 0.42)} 1`, 0.4, 0.36, 0.8),
      ),
  }
  return places[backdrop]()
}
