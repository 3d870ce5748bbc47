import { dark, light, line, many, oval, path, sheet } from './sketch.js'
import type { Sketch } from './sketch.js'

/** The ground of a logo: a colour with paper or wood in it, and a round badge. */
function badge(sketch: Sketch, ground: string, disc: string, ring: string): string {
  return (
    sheet(sketch.radial(`${light(ground, 0.2)} 0, ${dark(ground, 0.35)} 1`, 0.4, 0.3, 0.85)) +
    sheet('#888', `${sketch.texture(0.02, 0.2, 2)} opacity=".3" style="mix-blend-mode:soft-light"`) +
    oval(326, 334, 232, 232, '#000000', `opacity=".35" ${sketch.blur(16)}`) +
    oval(320, 320, 228, 228, sketch.linear(`${light(disc, 0.3)} 0, ${dark(disc, 0.12)} 1`, 60)) +
    `<circle cx="320" cy="320" r="206" fill="none" stroke="${ring}" stroke-width="6"/><circle cx="320" cy="320" r="194" fill="none" stroke="${ring}" stroke-width="2" stroke-dasharray="3 9"/>`
  )
}

/** A bakery: bread and wheat. */
export function drawBakery(sketch: Sketch): string {
  const ear = (side: 1 | -1): string =>
    line(
      `M${320 + side * 20},470 C${320 + side * 120},440 ${320 + side * 150},340 ${320 + side * 132},210`,
      '#a8742c',
      6,
    ) +
    many(8, (index) => {
      const share = index / 8
      const x = 320 + side * (90 + Math.sin(share * 2.4) * 50)
      const y = 420 - share * 205
      return `<g transform="rotate(${side * (52 - share * 34)} ${x} ${y})">${oval(
        x + side * 13,
        y,
        10,
        23,
        sketch.linear('#f0c463 0, #b9782a 1'),
      )}</g>`
    })
  const loaf =
    'M196,372 C180,300 240,244 320,244 C400,244 460,300 444,372 C440,404 410,412 320,412 C230,412 200,404 196,372Z'
  return (
    badge(sketch, '#7a4a2a', '#fbf1df', '#8a5a30') +
    ear(-1) +
    ear(1) +
    sketch.clip(
      `<path d="${loaf}"/>`,
      path(loaf, sketch.radial('#f4c27a 0, #cf8a3c .6, #8a4c1c 1', 0.42, 0.26, 0.8)) +
        oval(280, 270, 80, 20, '#fff3d8', `opacity=".5" ${sketch.blur(12)}`),
    ) +
    [250, 306, 362]
      .map(
        (x) =>
          line(`M${x},270 c26,34 30,66 20,104`, '#8a4c1c', 9, 'opacity=".75"') +
          line(`M${x + 5},272 c26,34 30,66 20,100`, '#ffe2ae', 4, 'opacity=".75"'),
      )
      .join('')
  )
}

/** A shop for plants: two leaves. */
export function drawLeafShop(sketch: Sketch): string {
  const leaf = 'M320,440 C210,420 176,310 220,190 C330,210 380,320 320,440Z'
  const other = 'M326,440 C350,350 420,300 476,300 C480,380 420,450 326,440Z'
  return (
    badge(sketch, '#2f5d46', '#f3f6ea', '#4d7d5c') +
    path(leaf, sketch.linear('#9fd06a 0, #2f7a48 1', 60)) +
    path(other, sketch.linear('#c7e08a 0, #5b9c4f 1', 30)) +
    line(
      'M320,446 C300,370 270,290 236,216 M292,346 C276,340 256,336 240,338 M276,300 C284,288 288,272 288,258 M304,388 C290,386 272,386 258,390',
      '#f3f6ea',
      6,
      'opacity=".8"',
    ) +
    line(
      'M330,440 C370,390 410,350 460,316 M376,392 C392,394 408,394 420,390',
      '#f3f6ea',
      5,
      'opacity=".8"',
    ) +
    line('M322,436 C318,470 320,480 326,500', '#3a7a46', 9)
  )
}

/** A barber: comb, scissors and a pole. */
export function drawBarber(sketch: Sketch): string {
  const steel = sketch.linear('#ffffff 0, #c7ccd4 .5, #7d858f 1', 0)
  const blade = (side: 1 | -1): string =>
    `<g transform="rotate(${side * 24} 320 330)">${path('M308,330 L316,130 C318,122 324,122 326,130 L332,330Z', steel)}<path d="M318,330 L318,400" stroke="${steel}" stroke-width="16"/><ellipse cx="318" cy="440" rx="30" ry="42" fill="none" stroke="#d9a441" stroke-width="15"/></g>`
  return (
    badge(sketch, '#14181f', '#20293a', '#d9a441') +
    `<g filter="drop-shadow(0 6px 8px #00000088)">${blade(1)}${blade(-1)}</g>` +
    oval(320, 330, 10, 10, '#d9a441') +
    [172, 468]
      .map(
        (x) =>
          sketch.clip(
            `<rect x="${x - 22}" y="226" width="44" height="190" rx="12"/>`,
            `<rect x="${x - 22}" y="226" width="44" height="190" fill="#f6f6f4"/>` +
              many(9, (index) =>
                line(`M${x - 40},${230 + index * 42} l80,-46`, index % 2 === 0 ? '#c8323c' : '#2c5aa8', 14),
              ) +
              `<rect x="${x - 22}" y="226" width="44" height="190" fill="${sketch.linear(
                '#ffffff80 0, #ffffff00 .5, #00000080 1',
                0,
              )}"/>`,
          ) +
          oval(x, 222, 26, 12, '#d9a441') +
          oval(x, 420, 26, 12, '#d9a441'),
      )
      .join('')
  )
}
