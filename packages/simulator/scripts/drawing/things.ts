import { drawBackdrop } from './backdrop.js'
import { box, dark, light, line, many, oval, path, sheet } from './sketch.js'
import type { Sketch } from './sketch.js'

/** A cup of coffee with a leaf of milk, from above. */
export function drawCoffee(sketch: Sketch): string {
  const leaf = many(5, (index) => {
    const y = 400 - index * 40
    const w = 92 - index * 14
    return line(
      `M320,${y} C${320 - w},${y - 4} ${320 - w - 6},${y - 50} ${320 - w * 0.5},${y - 62} M320,${y} C${320 + w},${y - 4} ${320 + w + 6},${y - 50} ${320 + w * 0.5},${y - 62}`,
      '#f8e6c8',
      17,
      'opacity=".95"',
    )
  })
  return (
    sheet(sketch.linear('#8a5a38 0, #5d3a24 1', 20)) +
    sheet('#888', `${sketch.texture(0.004, 0.09, 3)} opacity=".55" style="mix-blend-mode:soft-light"`) +
    many(4, (index) =>
      line(
        `M-20,${90 + index * 160} L660,${84 + index * 160}`,
        '#2c180e',
        4,
        `opacity=".5" ${sketch.blur(1)}`,
      ),
    ) +
    oval(344, 352, 250, 240, '#1a0d06', `opacity=".5" ${sketch.blur(26)}`) +
    oval(320, 320, 248, 248, sketch.radial('#ffffff 0, #f4efe8 .8, #c9c0b6 1', 0.42, 0.4, 0.6)) +
    oval(320, 320, 204, 204, '#b9aea2', `opacity=".7" ${sketch.blur(10)}`) +
    `<path d="M470,420 C560,470 590,520 560,540 C530,556 470,510 430,460Z" fill="${sketch.linear('#ffffff 0, #bdb2a6 1')}"/>` +
    oval(320, 320, 186, 186, sketch.radial('#ffffff 0, #fbf7f1 .86, #d8cec2 1', 0.4, 0.38, 0.6)) +
    sketch.clip(
      '<circle cx="320" cy="320" r="164"/>',
      oval(320, 320, 166, 166, sketch.radial('#b5713a 0, #8f5025 .7, #5b2d12 1')) +
        `<g ${sketch.rough(7, 0.03)}>${leaf}${line('M320,452 L320,196', '#f8e6c8', 9)}${path('M320,250 C296,214 270,232 284,258 C294,274 312,282 320,292 C328,282 346,274 356,258 C370,232 344,214 320,250Z', '#fbeed6')}</g>` +
        oval(250, 236, 90, 40, '#ffffff', `opacity=".2" ${sketch.blur(18)} transform="rotate(-38 250 236)"`),
    ) +
    many(9, (index) => {
      const x = 50 + (index % 3) * 34 + sketch.random.integer(0, 16)
      const y = 540 + Math.floor(index / 3) * 30
      return `<g transform="rotate(${sketch.random.integer(0, 180)} ${x} ${y})">${oval(
        x,
        y,
        19,
        13,
        sketch.radial('#6d4024 0, #2a150a 1', 0.4, 0.3),
      )}${line(`M${x - 16},${y} C${x - 6},${y - 5} ${x + 6},${y + 5} ${x + 16},${y}`, '#1c0d06', 3)}</g>`
    })
  )
}

/** A birthday cake with candles. */
export function drawCake(sketch: Sketch): string {
  const layer = (y: number, half: number, height: number, colour: string): string =>
    box(
      320 - half,
      y,
      half * 2,
      height,
      sketch.linear(`${light(colour, 0.3)} 0, ${colour} .4, ${dark(colour, 0.3)} 1`, 0),
    ) +
    oval(320, y + height, half, 26, dark(colour, 0.16)) +
    oval(320, y, half, 28, light(colour, 0.35))
  const drip = (y: number, half: number): string =>
    path(
      `M${320 - half},${y} ${Array.from({ length: 9 }, () => `c4,${34 + sketch.random.integer(0, 34)} ${(half * 2) / 9 - 6},${34 + sketch.random.integer(0, 20)} ${(half * 2) / 9},0`).join(' ')} C${320 + half},${y - 38} ${320 - half},${y - 38} ${320 - half},${y}Z`,
      sketch.linear('#fff7f2 0, #f4c9cf 1'),
    )
  return (
    drawBackdrop(sketch, 'cafe') +
    oval(320, 580, 270, 46, '#fdf8f2') +
    oval(320, 572, 250, 36, '#d9cfc6') +
    layer(424, 200, 140, '#e58aa0') +
    drip(424, 200) +
    layer(300, 140, 120, '#f3c6a4') +
    drip(300, 140) +
    many(9, (index) => {
      const angle = (index / 9) * Math.PI * 2
      const x = 320 + Math.cos(angle) * 172
      const y = 424 + Math.sin(angle) * 22
      return oval(x, y - 10, 15, 17, sketch.radial('#ff7a70 0, #d92b3a .6, #8f1424 1', 0.36, 0.3))
    }) +
    many(5, (index) => {
      const x = 240 + index * 40
      const y = 292 + (index % 2) * 10
      return (
        box(
          x - 6,
          y - 84,
          12,
          84,
          ['#6fc3e0', '#f7d25c', '#b58be0', '#7fd09a', '#f58f6c'][index] ?? '#ffffff',
        ) +
        path(
          `M${x},${y - 122} C${x + 12},${y - 104} ${x + 9},${y - 90} ${x},${y - 88} C${x - 9},${y - 90} ${x - 12},${y - 104} ${x},${y - 122}Z`,
          sketch.radial('#fffbe0 0, #ffc445 .6, #ff8a2a 1', 0.5, 0.7),
        ) +
        oval(x, y - 104, 36, 40, '#ffd37a', `opacity=".45" ${sketch.blur(14)}`)
      )
    })
  )
}

/** A sunflower in a field. */
export function drawSunflower(sketch: Sketch): string {
  const petals = (count: number, length: number, width: number, turn: number, colour: string): string =>
    many(
      count,
      (index) =>
        `<g transform="rotate(${turn + (index * 360) / count} 320 320)"><path d="M320,320 C${320 - width},${320 - length * 0.5} ${320 - width * 0.5},${320 - length * 0.94} 320,${320 - length} C${320 + width * 0.5},${320 - length * 0.94} ${320 + width},${320 - length * 0.5} 320,320Z" fill="${colour}"/></g>`,
    )
  const gold = (a: string, b: string): string => sketch.linear(`${a} 0, ${b} 1`)
  return (
    drawBackdrop(sketch, 'garden') +
    line('M330,380 C350,480 340,560 330,680', '#4f7d33', 26) +
    `<g filter="drop-shadow(0 8px 12px #00000055)">${petals(22, 268, 46, 0, gold('#ffcf2e', '#c9780f'))}</g>` +
    `<g filter="drop-shadow(0 3px 5px #5a2a0088)">${petals(20, 232, 42, 9, gold('#ffe055', '#e2930f'))}</g>` +
    oval(320, 320, 122, 122, sketch.radial('#6b4a1c 0, #3a220e .45, #5e3714 .8, #2a1608 1')) +
    many(420, (index) => {
      const angle = index * 2.39996
      const reach = Math.sqrt(index / 420) * 118
      return oval(
        320 + Math.cos(angle) * reach,
        320 + Math.sin(angle) * reach,
        3.1,
        3.1,
        index < 150 ? '#9db04a' : sketch.random.pick(['#a8702c', '#c98f3a', '#4b2a10']),
        'opacity=".85"',
      )
    })
  )
}

/** A bunch of roses. */
export function drawRoses(sketch: Sketch): string {
  const rose = (x: number, y: number, r: number, colour: string): string => {
    const ring = (count: number, reach: number, size: number, turn: number, tone: string): string =>
      many(count, (index) => {
        const angle = turn + (index * 360) / count + sketch.random.integer(-8, 8)
        const petal = oval(
          x,
          y - reach,
          size,
          size * 0.8,
          sketch.radial(
            `${dark(tone, 0.3)} 0, ${tone} .55, ${light(tone, 0.3)} .92, ${light(tone, 0.5)} 1`,
            0.5,
            0.9,
            0.9,
          ),
        )
        return `<g transform="rotate(${angle} ${x} ${y})" filter="drop-shadow(0 2px 4px #3a0a1a88)">${petal}</g>`
      })
    return `<g filter="drop-shadow(0 6px 10px #00000066)"><g ${sketch.rough(9, 0.02)}>${ring(6, r * 0.52, r * 0.52, 0, colour)}${ring(6, r * 0.38, r * 0.44, 30, light(colour, 0.06))}${ring(5, r * 0.26, r * 0.36, 10, dark(colour, 0.06))}${ring(4, r * 0.15, r * 0.27, 45, dark(colour, 0.12))}${ring(3, r * 0.07, r * 0.17, 80, dark(colour, 0.2))}</g></g>`
  }
  const leaf = (x: number, y: number, turn: number): string =>
    `<g transform="translate(${x} ${y}) rotate(${turn})">${path(
      'M0,0 C30,-50 90,-50 130,0 C90,40 30,40 0,0Z',
      sketch.linear('#6fa35a 0, #234a2c 1'),
    )}${line('M4,0 L124,0', '#9cc78a', 2, 'opacity=".6"')}</g>`
  return (
    drawBackdrop(sketch, 'window', '#8fa58c') +
    leaf(60, 200, -60) +
    leaf(520, 180, -100) +
    leaf(40, 470, 150) +
    leaf(560, 470, 30) +
    leaf(300, 60, -80) +
    leaf(330, 580, 70) +
    rose(200, 200, 140, '#e0607e') +
    rose(450, 210, 136, '#f0a0a8') +
    rose(180, 440, 138, '#f4b9a8') +
    rose(450, 450, 146, '#d8486a') +
    rose(322, 326, 132, '#f7c8cc')
  )
}

/** A football on floodlit grass. */
export function drawFootball(sketch: Sketch): string {
  const pentagon = (x: number, y: number, r: number, turn: number): string =>
    path(
      `M${Array.from({ length: 5 }, (_, index) => {
        const angle = ((turn + index * 72) * Math.PI) / 180
        return `${(x + Math.sin(angle) * r).toFixed(0)},${(y - Math.cos(angle) * r).toFixed(0)}`
      }).join(' L')}Z`,
      '#1c1f26',
      'stroke="#1c1f26" stroke-width="10" stroke-linejoin="round"',
    )
  const seams = [0, 72, 144, 216, 288]
    .map((turn) => {
      const a = (turn * Math.PI) / 180
      return line(
        `M${320 + Math.sin(a) * 62},${318 - Math.cos(a) * 62} L${320 + Math.sin(a) * 128},${318 - Math.cos(a) * 128} M${320 + Math.sin(a) * 128},${318 - Math.cos(a) * 128} L${320 + Math.sin(a + 0.5) * 160},${318 - Math.cos(a + 0.5) * 160} M${320 + Math.sin(a) * 128},${318 - Math.cos(a) * 128} L${320 + Math.sin(a - 0.5) * 160},${318 - Math.cos(a - 0.5) * 160}`,
        '#3b404a',
        4,
      )
    })
    .join('')
  return (
    sheet(sketch.linear('#0e1f3c 0, #2c5a7d .45, #2f7a3a .5, #1c5a2a 1')) +
    `<g ${sketch.blur(8)}>${many(70, () => oval(sketch.random.integer(0, 640), sketch.random.integer(170, 300), 7, 7, sketch.random.pick(['#e8d8c8', '#d85a4a', '#4a78c8', '#f0c84a', '#ffffff']), 'opacity=".5"'))}${[90, 250, 400, 560].map((x) => oval(x, 70, 30, 16, '#ffffff') + oval(x, 70, 80, 60, '#dcecff', 'opacity=".5"')).join('')}</g>` +
    many(6, (index) =>
      path(
        `M${index * 150 - 160},322 L${index * 150 - 85},322 L${(index - 2) * 300 + 150},680 L${(index - 2) * 300 - 60},680Z`,
        '#3c9447',
        'opacity=".35"',
      ),
    ) +
    box(
      -20,
      318,
      680,
      360,
      '#888',
      `${sketch.texture(0.2, 0.05, 2.4)} opacity=".5" style="mix-blend-mode:soft-light"`,
    ) +
    line('M-20,520 L660,470', '#ffffff', 12, `opacity=".8" ${sketch.blur(1.5)}`) +
    oval(336, 500, 170, 26, '#04140a', `opacity=".65" ${sketch.blur(14)}`) +
    oval(320, 318, 186, 186, '#ffffff') +
    sketch.clip(
      '<circle cx="320" cy="318" r="186"/>',
      seams +
        pentagon(320, 318, 62, 0) +
        [36, 108, 180, 252, 324]
          .map((turn) => {
            const a = (turn * Math.PI) / 180
            return pentagon(320 + Math.sin(a) * 188, 318 - Math.cos(a) * 188, 58, turn + 180)
          })
          .join('') +
        oval(320, 318, 188, 188, sketch.radial('#ffffff00 0, #a8b4c81a .5, #0a1428bf 1', 0.36, 0.3, 0.74)) +
        oval(250, 226, 60, 40, '#ffffff', `opacity=".7" ${sketch.blur(20)}`),
    )
  )
}
