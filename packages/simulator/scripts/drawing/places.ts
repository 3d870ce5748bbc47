import { clouds, palm, pines, ridge, ripples, stars } from './scenery.js'
import { box, dark, line, many, oval, path, sheet } from './sketch.js'
import type { Sketch } from './sketch.js'

/** The sun going down over the sea. */
export function drawSunset(sketch: Sketch): string {
  return (
    sheet(sketch.linear('#3d3a78 0, #a34f86 .24, #ef7d5f .42, #ffc773 .58, #ffd98f 1')) +
    clouds(sketch, -20, 400, 0.8) +
    oval(320, 356, 190, 150, '#ffe0a0', `opacity=".7" ${sketch.blur(46)}`) +
    oval(320, 350, 66, 66, sketch.radial('#ffffff 0, #fff0b8 .7, #ffd46e 1')) +
    box(-20, 384, 680, 280, sketch.linear('#e08a5e 0, #8a4a72 .3, #241f4d 1')) +
    ripples(sketch, 384, '#ffd890', 320, 300) +
    ripples(sketch, 384, '#3b2a5c', 320, 1_400) +
    `<g>${path('M420,402 L520,402 C512,424 436,424 420,402Z', '#1d1838')}${path('M468,398 L468,286 L518,390Z', '#2a2146')}${path('M462,398 L462,304 L430,392Z', '#382a56')}</g>`
  )
}

/** Snowy mountains over a lake. */
export function drawMountains(sketch: Sketch): string {
  const peaks =
    'M-30,440 L60,300 L110,340 L210,150 L260,220 L300,190 L390,330 L450,250 L540,350 L600,300 L670,400 L670,460 L-30,460Z'
  const snow =
    'M210,150 L260,220 L300,190 L352,272 L318,258 L300,284 L276,248 L246,286 L222,246 L188,262 L158,250Z M450,250 L506,312 L478,304 L456,326 L436,292 L418,298Z M60,300 L92,326 L66,340 L40,332Z'
  return (
    sheet(sketch.linear('#4b8fd0 0, #b9dcf0 .5, #f4e3cf .66, #5f8ea6 1')) +
    clouds(sketch, -20, 420, 0.9) +
    path(ridge(sketch, 440, 130, 9), '#9db8cf', `opacity=".8" ${sketch.blur(3)}`) +
    sketch.clip(
      `<path d="${peaks}"/>`,
      path(peaks, sketch.linear('#8397b0 0, #5d7390 .5, #3e5870 1')) +
        path(
          'M210,150 L300,460 L180,460Z M450,250 L520,460 L430,460Z M300,190 L400,460 L320,460Z',
          '#22344e',
          `opacity=".45" ${sketch.blur(4)}`,
        ) +
        box(
          -20,
          100,
          700,
          380,
          '#888',
          `${sketch.texture(0.03, 0.05, 2.4)} opacity=".45" style="mix-blend-mode:soft-light"`,
        ),
    ) +
    `<g ${sketch.rough(14, 0.05)}>${path(snow, '#fbfdff', 'opacity=".95"')}</g>` +
    pines(sketch, 452, '#28473f', 34) +
    box(-20, 446, 680, 220, sketch.linear('#7fa9bd 0, #4d7f9c .5, #1f4560 1')) +
    `<g opacity=".4" ${sketch.blur(4)} transform="translate(0 900) scale(1 -1)">${path(peaks, '#2d4a66')}</g>` +
    ripples(sketch, 448, '#e6f4fb', 320, 1_300)
  )
}

/** A palm on a white beach. */
export function drawPalmBeach(sketch: Sketch): string {
  return (
    sheet(sketch.linear('#2f9be0 0, #bfe8f7 .45, #bfe8f7 1')) +
    clouds(sketch, -20, 330, 1) +
    box(-20, 300, 680, 200, sketch.linear('#147ea8 0, #2fb5bf .5, #9ae6da 1')) +
    ripples(sketch, 302, '#d8fbff', 320, 1_500) +
    path(
      'M-20,470 C120,440 300,500 460,462 C560,440 620,450 660,440 L660,660 L-20,660Z',
      '#ffffff',
      `opacity=".9" ${sketch.blur(3)}`,
    ) +
    path(
      'M-20,480 C120,452 300,514 460,474 C560,452 620,462 660,452 L660,660 L-20,660Z',
      sketch.linear('#f7e6c0 0, #d9b47a 1'),
    ) +
    box(
      -20,
      450,
      700,
      220,
      '#888',
      `${sketch.texture(0.4, 0.4, 1.6)} opacity=".18" style="mix-blend-mode:soft-light"`,
    ) +
    oval(300, 596, 170, 20, '#7a5a34', `opacity=".4" ${sketch.blur(10)}`) +
    palm(sketch, 250, 200, 0.98, '#3d6b34') +
    palm(sketch, 470, 300, 0.6, '#477a3c') +
    oval(520, 70, 120, 90, '#fff6d0', `opacity=".6" ${sketch.blur(40)}`)
  )
}

/** A skyline at night. */
export function drawCityNight(sketch: Sketch): string {
  const tower = (x: number, width: number, height: number, colour: string): string => {
    const top = 470 - height
    const windows = many(Math.floor(width / 18) * Math.floor(height / 22), (index) => {
      const column = index % Math.floor(width / 18)
      const row = Math.floor(index / Math.floor(width / 18))
      return sketch.random.chance(0.5)
        ? box(
            x + 5 + column * 18,
            top + 8 + row * 22,
            11,
            13,
            sketch.random.pick(['#ffd98a', '#ffc25c', '#fff1cc', '#9fd4ff']),
            `opacity="${(0.45 + sketch.random.next() * 0.55).toFixed(2)}"`,
          )
        : ''
    })
    return box(x, top, width, height, sketch.linear(`${colour} 0, ${dark(colour, 0.4)} 1`)) + windows
  }
  const skyline =
    many(12, (index) => tower(index * 56 - 20, 54, 60 + sketch.random.integer(0, 110), '#38366e')) +
    tower(90, 76, 300, '#1d2448') +
    tower(290, 92, 370, '#181e40') +
    tower(450, 72, 270, '#202650') +
    line('M336,100 L336,50', '#3b4478', 5) +
    oval(336, 50, 5, 5, '#ff5a5a')
  return (
    sheet(sketch.linear('#141a4a 0, #4a3a8c .3, #c8648a .55, #ffb07a .72, #ffb07a 1')) +
    stars(sketch, 90, 260) +
    oval(510, 110, 44, 44, sketch.radial('#fffdf0 0, #f0e3bd 1', 0.4, 0.4)) +
    oval(510, 110, 90, 90, '#fff2c9', `opacity=".3" ${sketch.blur(24)}`) +
    skyline +
    box(-20, 470, 680, 190, sketch.linear('#b0608a 0, #4a3470 .4, #141638 1')) +
    `<g opacity=".5" ${sketch.blur(6)} transform="translate(0 940) scale(1 -1)">${skyline}</g>` +
    ripples(sketch, 472, '#ffd9a0', 320, 1_200)
  )
}

/** Dunes in low sun. */
export function drawDesert(sketch: Sketch): string {
  const dune = (d: string, lit: string, shade: string): string =>
    sketch.clip(
      `<path d="${d}"/>`,
      path(d, sketch.linear(`${lit} 0, ${lit} .46, ${shade} .5, ${dark(shade, 0.3)} 1`, 24)) +
        box(
          -20,
          200,
          700,
          460,
          '#888',
          `${sketch.texture(0.012, 0.16, 2)} opacity=".4" style="mix-blend-mode:soft-light"`,
        ),
    )
  return (
    sheet(sketch.linear('#5c86b8 0, #f2c9a0 .4, #ffe3b3 .6')) +
    oval(470, 210, 150, 120, '#fff2d0', `opacity=".8" ${sketch.blur(40)}`) +
    oval(470, 212, 40, 40, '#fffbe9') +
    dune(
      'M-30,340 C100,290 210,330 330,310 C450,290 560,330 670,300 L670,680 L-30,680Z',
      '#e8ae72',
      '#b9754c',
    ) +
    dune(
      'M-30,430 C80,400 220,330 330,360 C430,390 520,430 670,380 L670,680 L-30,680Z',
      '#efb069',
      '#a35f3a',
    ) +
    dune(
      'M-30,520 C120,560 250,430 380,440 C500,450 560,540 670,500 L670,680 L-30,680Z',
      '#f4bd74',
      '#96502f',
    ) +
    many(
      4,
      (index) =>
        `<g transform="translate(${150 + index * 44} ${386 - index * 7}) scale(.5)">${path('M0,40 C4,10 20,10 26,22 C34,0 50,4 52,22 C60,14 60,-14 68,-16 L80,-10 L72,-4 C70,20 66,34 58,38 L56,70 L51,70 L49,42 L20,42 L18,70 L12,70 L10,42Z', '#4b2a1e')}</g>`,
    )
  )
}

/** Northern lights over snow. */
export function drawNorthernLights(sketch: Sketch): string {
  const curtain = (d: string, colour: string, width: number, blur: number): string =>
    line(d, colour, width, `opacity=".55" ${sketch.blur(blur)}`)
  return (
    sheet(sketch.linear('#050a24 0, #0e2a4c .6, #1b4a5e 1')) +
    stars(sketch, 160, 420) +
    curtain('M-40,250 C120,60 240,330 380,160 C480,40 560,160 700,60', '#35f0a0', 70, 26) +
    curtain('M-40,300 C140,150 260,380 400,230 C500,120 580,230 700,140', '#5ff7b8', 36, 14) +
    curtain('M-40,170 C140,0 260,230 380,90 C480,-20 580,80 700,0', '#a65cf0', 60, 30) +
    many(40, (index) =>
      line(
        `M${index * 17 - 10},${60 + sketch.random.integer(0, 90)} l4,${120 + sketch.random.integer(0, 110)}`,
        '#7dffd0',
        7,
        `opacity=".12" ${sketch.blur(4)}`,
      ),
    ) +
    path(ridge(sketch, 470, 90, 8), '#14304a') +
    pines(sketch, 520, '#071522', 26) +
    path(
      'M-20,500 C140,480 300,520 460,500 C560,488 620,500 660,496 L660,660 L-20,660Z',
      sketch.linear('#a8d8d8 0, #31566e 1'),
    ) +
    path('M250,520 L320,470 L390,520 L390,570 L250,570Z', '#2a1a18') +
    path('M236,524 L320,462 L404,524 L396,534 L320,478 L244,534Z', '#dff4f4') +
    box(300, 530, 40, 34, '#ffcf70') +
    oval(320, 550, 60, 40, '#ffcf70', `opacity=".4" ${sketch.blur(18)}`)
  )
}

/** Someone on a summit, from behind. */
export function drawHiker(sketch: Sketch): string {
  return (
    sheet(sketch.linear('#4c6fa8 0, #e8a98e .4, #ffdf9e .62, #ffdf9e 1')) +
    clouds(sketch, -20, 380, 0.9) +
    oval(440, 330, 150, 120, '#fff3cc', `opacity=".8" ${sketch.blur(40)}`) +
    oval(440, 330, 40, 40, '#fffdf0') +
    path(ridge(sketch, 420, 90, 9), '#c08f98', `opacity=".8" ${sketch.blur(3)}`) +
    path(ridge(sketch, 470, 90, 7), '#8c6b88', `opacity=".9" ${sketch.blur(2)}`) +
    path(ridge(sketch, 530, 80, 9), '#57486f') +
    path(
      'M-30,680 L-30,600 C80,580 150,520 230,508 C290,500 340,510 400,560 C480,610 560,620 670,640 L670,680Z',
      sketch.linear('#3a2c44 0, #15101f 1'),
    ) +
    `<g>${path('M262,508 L268,400 L296,400 L300,508 L284,508 L281,430 L278,508Z', '#1d1830')}${path('M256,300 C258,276 304,276 308,300 L312,404 L252,404Z', '#2b3f66')}${path('M262,306 C266,290 300,290 304,306 L306,372 C300,382 266,382 262,372Z', '#d9653b')}${oval(282, 252, 20, 23, '#3a2418')}${path('M260,246 C262,222 304,222 306,246Z', '#c84a35')}${line('M258,304 C236,330 232,360 240,388 M308,304 C336,320 348,336 352,360', '#2b3f66', 16)}${line('M354,352 L372,520', '#1d1830', 5)}</g>`
  )
}
