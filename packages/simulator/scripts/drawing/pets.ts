import { drawBackdrop } from './backdrop.js'
import { dark, light, line, many, oval, path } from './sketch.js'
import type { Sketch } from './sketch.js'

/** A patch of fur: shaded, streaked, with a soft edge. */
function fur(sketch: Sketch, d: string, colour: string, rough: number = 10): string {
  const body = sketch.clip(
    `<path d="${d}"/>`,
    path(
      d,
      sketch.radial(`${light(colour, 0.34)} 0, ${colour} .5, ${dark(colour, 0.45)} 1`, 0.42, 0.3, 0.8),
    ) +
      `<rect x="-20" y="-20" width="680" height="680" ${sketch.texture(0.09, 0.03, 2)} opacity="${colour < '#40' ? 0.26 : 0.5}" style="mix-blend-mode:soft-light"/>`,
  )
  return `<g ${sketch.rough(rough, 0.08)}>${body}</g>`
}

function eye(sketch: Sketch, x: number, y: number, r: number, colour: string, slit: boolean): string {
  return (
    oval(x, y, r * 1.18, r * 1.14, '#140d0a') +
    oval(x, y, r, r, sketch.radial(`${light(colour, 0.4)} 0, ${colour} .7, ${dark(colour, 0.6)} 1`)) +
    oval(x, y, slit ? r * 0.34 : r * 0.62, slit ? r * 0.82 : r * 0.62, '#0c0706') +
    oval(x - r * 0.32, y - r * 0.36, r * 0.24, r * 0.24, '#ffffff') +
    oval(x + r * 0.3, y + r * 0.38, r * 0.12, r * 0.12, '#ffffff', 'opacity=".7"')
  )
}

const whiskers = (colour: string): string =>
  [-1, 1]
    .map((side) =>
      many(3, (index) =>
        line(
          `M${320 + side * 46},${392 + index * 12} q${side * 90},${-26 + index * 16} ${side * 168},${-18 + index * 30}`,
          colour,
          2.4,
          'opacity=".75"',
        ),
      ),
    )
    .join('')

/** A retriever with its tongue out. */
export function drawDog(sketch: Sketch): string {
  const coat = '#d79a52'
  return (
    drawBackdrop(sketch, 'garden') +
    fur(sketch, 'M120,680 C130,540 200,470 320,466 C440,470 510,540 520,680Z', coat) +
    fur(
      sketch,
      'M320,120 C430,120 470,210 466,300 C464,410 410,500 320,506 C230,500 176,410 174,300 C170,210 210,120 320,120Z',
      coat,
    ) +
    fur(
      sketch,
      'M222,150 C150,140 104,220 112,330 C116,400 150,430 178,408 C206,380 196,290 232,220Z',
      '#b87735',
    ) +
    fur(
      sketch,
      'M418,150 C490,140 536,220 528,330 C524,400 490,430 462,408 C434,380 444,290 408,220Z',
      '#a86a2d',
    ) +
    oval(320, 206, 34, 90, light(coat, 0.6), `opacity=".5" ${sketch.blur(16)}`) +
    path(
      'M276,420 C270,500 290,560 322,560 C354,560 372,500 364,420Z',
      sketch.linear('#d4586a 0, #f0909a 1'),
    ) +
    line('M321,440 L322,530', '#b5485c', 4, `opacity=".6" ${sketch.blur(1)}`) +
    fur(
      sketch,
      'M320,300 C390,300 420,350 412,400 C400,446 350,450 320,432 C290,450 240,446 228,400 C220,350 250,300 320,300Z',
      '#f0d3a4',
      7,
    ) +
    line(
      'M320,372 L320,424 M320,424 C300,446 268,444 252,426 M320,424 C340,446 372,444 388,426',
      '#4a2c1a',
      5,
      'opacity=".8"',
    ) +
    path(
      'M276,338 C282,318 358,318 364,338 C366,362 340,380 320,382 C300,380 274,362 276,338Z',
      sketch.radial('#5a4a46 0, #231a19 .5, #0c0808 1', 0.4, 0.2, 0.8),
    ) +
    oval(304, 336, 14, 5, '#ffffff', `opacity=".5" ${sketch.blur(3)}`) +
    eye(sketch, 252, 272, 21, '#5a3216', false) +
    eye(sketch, 388, 272, 21, '#5a3216', false) +
    line(
      'M226,238 C240,226 262,228 274,238 M366,238 C378,228 400,226 414,238',
      dark(coat, 0.4),
      8,
      `opacity=".5" ${sketch.blur(4)}`,
    )
  )
}

/** A cat that looks at the camera; tabby coats get stripes. */
export function drawCat(sketch: Sketch, coat: string, eyes: string, tabby: boolean): string {
  const stripe = dark(coat, 0.4)
  const ear = (side: 1 | -1): string => {
    const x = (value: number): number => 320 + side * value
    return (
      fur(
        sketch,
        `M${x(60)},190 C${x(100)},120 ${x(140)},70 ${x(168)},64 C${x(184)},120 ${x(186)},200 ${x(176)},270Z`,
        coat,
        8,
      ) +
      path(
        `M${x(98)},190 C${x(122)},140 ${x(146)},112 ${x(158)},106 C${x(166)},150 ${x(166)},200 ${x(160)},240Z`,
        tabby ? '#e7a898' : '#5c4650',
        `opacity=".75" ${sketch.blur(6)}`,
      )
    )
  }
  const stripes = tabby
    ? `<g ${sketch.rough(8, 0.07)}>${['M320,136 L320,216', 'M284,142 C286,170 292,196 300,214', 'M356,142 C354,170 348,196 340,214', 'M150,300 C180,306 206,316 222,326', 'M146,344 C178,344 204,348 220,354', 'M490,300 C460,306 434,316 418,326', 'M494,344 C462,344 436,348 420,354', 'M170,560 C240,590 400,590 470,560', 'M160,620 C240,650 400,650 480,620'].map((d) => line(d, stripe, 13, `opacity=".55" ${sketch.blur(3)}`)).join('')}</g>`
    : ''
  return (
    drawBackdrop(sketch, tabby ? 'window' : 'wall', tabby ? '#8aa0a8' : '#8a6fb0') +
    fur(sketch, 'M130,680 C130,560 200,480 320,470 C440,480 510,560 510,680Z', coat) +
    ear(-1) +
    ear(1) +
    fur(
      sketch,
      'M320,130 C420,130 500,210 500,320 C500,430 420,496 320,496 C220,496 140,430 140,320 C140,210 220,130 320,130Z',
      coat,
    ) +
    stripes +
    fur(
      sketch,
      'M320,356 C366,340 404,366 398,408 C392,446 350,456 320,446 C290,456 248,446 242,408 C236,366 274,340 320,356Z',
      tabby ? '#f8e6cf' : light(coat, 0.12),
      7,
    ) +
    eye(sketch, 250, 308, 36, eyes, true) +
    eye(sketch, 390, 308, 36, eyes, true) +
    path(
      'M300,372 C308,366 332,366 340,372 C338,386 326,394 320,396 C314,394 302,386 300,372Z',
      sketch.linear('#e79a98 0, #b8606a 1'),
    ) +
    line(
      'M320,396 L320,414 C310,430 290,430 280,420 M320,414 C330,430 350,430 360,420',
      '#3a1f1a',
      4,
      'opacity=".65"',
    ) +
    whiskers(tabby ? '#fffaf2' : '#d8d0d8')
  )
}

/** A macaw in profile. */
export function drawParrot(sketch: Sketch): string {
  const feathers = (
    colour: string,
    count: number,
    at: (index: number) => readonly [x: number, y: number, turn: number],
  ): string =>
    many(count, (index) => {
      const [x, y, turn] = at(index)
      return `<g transform="rotate(${turn} ${x} ${y})">${oval(
        x,
        y,
        17,
        34,
        sketch.linear(`${light(colour, 0.25)} 0, ${colour} .6, ${dark(colour, 0.4)} 1`),
      )}</g>`
    })
  return (
    drawBackdrop(sketch, 'garden') +
    fur(sketch, 'M210,260 C180,400 150,520 160,680 L560,680 C560,540 500,430 450,360Z', '#d8262f', 6) +
    feathers('#f2b21d', 12, (index) => [
      420 + (index % 4) * 36 - Math.floor(index / 4) * 12,
      470 + Math.floor(index / 4) * 44,
      -14,
    ]) +
    feathers('#1f6fc4', 16, (index) => [412 + (index % 4) * 42, 580 + Math.floor(index / 4) * 40, -14]) +
    fur(
      sketch,
      'M300,90 C410,80 474,160 470,260 C470,370 400,430 310,430 C230,430 190,360 196,270 C200,170 220,100 300,90Z',
      '#df2a30',
      6,
    ) +
    path(
      'M232,216 C270,170 350,190 356,250 C360,310 310,350 262,346 C226,330 214,260 232,216Z',
      sketch.radial('#ffffff 0, #d9d2cc 1'),
    ) +
    many(4, (index) =>
      line(`M${276 + index * 4},${296 + index * 12} c20,6 40,2 60,-10`, '#b83238', 3, 'opacity=".5"'),
    ) +
    path(
      'M240,196 C170,190 116,250 124,340 C128,384 150,410 160,420 C166,370 190,350 232,352 C262,330 268,230 240,196Z',
      sketch.radial('#fff6e0 0, #e5d2ae .6, #8f7a5c 1', 0.5, 0.2, 0.9),
    ) +
    path('M232,352 C204,352 186,372 188,402 C214,420 252,402 262,366Z', '#2b2523') +
    eye(sketch, 304, 240, 19, '#f0d45a', false)
  )
}
