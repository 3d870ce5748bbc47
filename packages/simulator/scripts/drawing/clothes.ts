import { dark, light, line, mix, oval, path } from './sketch.js'
import type { Sketch } from './sketch.js'

/** What is worn. */
export type Clothes = 'tee' | 'shirt' | 'blazer' | 'hoodie' | 'turtleneck' | 'straps' | 'sari'

const SHOULDERS =
  'M60,960 L60,660 C66,560 96,520 170,496 C220,480 254,470 268,446 L372,446 C386,470 420,480 470,496 C544,520 574,560 580,660 L580,960Z'
const NECK =
  'M268,370 C272,420 270,446 246,470 C262,520 300,556 320,566 C340,556 378,520 394,470 C370,446 368,420 372,370Z'

function fabric(sketch: Sketch, d: string, colour: string): string {
  return sketch.clip(
    `<path d="${d}"/>`,
    path(d, sketch.linear(`${light(colour, 0.16)} 0, ${colour} .5, ${dark(colour, 0.42)} 1`, 62)) +
      `<rect x="0" y="400" width="640" height="560" ${sketch.texture(0.35, 0.35, 1.6)} opacity=".22" style="mix-blend-mode:soft-light"/>` +
      line('M150,510 C170,560 176,600 168,660', dark(colour, 0.5), 14, `opacity=".35" ${sketch.blur(9)}`) +
      line('M490,510 C470,560 464,600 472,660', dark(colour, 0.5), 14, `opacity=".4" ${sketch.blur(9)}`) +
      line('M110,540 C130,516 160,506 200,494', light(colour, 0.5), 10, `opacity=".5" ${sketch.blur(7)}`),
  )
}

/** Draws neck and clothes. */
export function drawClothes(sketch: Sketch, clothes: Clothes, colour: string, skin: string): string {
  const shade = mix(skin, '#5a1f1a', 0.4)
  const neck =
    path(NECK, sketch.linear(`${shade} 0, ${skin} .5, ${light(skin, 0.12)} 1`)) +
    sketch.clip(
      `<path d="${NECK}"/>`,
      oval(326, 404, 78, 34, dark(shade, 0.3), `opacity=".6" ${sketch.blur(11)}`),
    )
  const bare = path(SHOULDERS, sketch.linear(`${light(skin, 0.12)} 0, ${skin} .4, ${shade} 1`, 62))
  const edge = (d: string): string => line(d, dark(colour, 0.42), 5, `opacity=".6" ${sketch.blur(2)}`)
  const pieces: Record<Clothes, () => string> = {
    tee: () =>
      neck +
      fabric(
        sketch,
        'M60,960 L60,660 C66,560 96,520 170,496 C206,484 236,476 250,466 C268,512 372,512 390,466 C404,476 434,484 470,496 C544,520 574,560 580,660 L580,960Z',
        colour,
      ) +
      line('M248,470 C268,520 372,520 392,470', light(colour, 0.2), 7, 'opacity=".6"') +
      edge('M252,478 C272,524 368,524 388,478'),
    straps: () =>
      bare +
      neck +
      line(
        'M258,508 C280,516 300,520 312,522 M382,508 C360,516 340,520 328,522',
        shade,
        4,
        `opacity=".4" ${sketch.blur(3)}`,
      ) +
      fabric(
        sketch,
        'M176,660 C176,610 196,560 206,490 L232,484 C240,560 280,586 320,586 C360,586 400,560 408,484 L434,490 C444,560 464,610 464,660Z',
        colour,
      ),
    turtleneck: () =>
      neck +
      fabric(sketch, SHOULDERS, colour) +
      fabric(
        sketch,
        'M262,426 C290,442 350,442 378,426 C386,450 390,470 394,488 C360,512 280,512 246,488 C250,470 254,450 262,426Z',
        light(colour, 0.08),
      ) +
      edge('M248,490 C280,512 360,512 392,490'),
    hoodie: () =>
      neck +
      fabric(sketch, SHOULDERS, colour) +
      fabric(
        sketch,
        'M226,470 C232,440 252,430 262,436 C262,470 300,520 320,530 C340,520 378,470 378,436 C388,430 408,440 414,470 C430,500 370,556 320,572 C270,556 210,500 226,470Z',
        dark(colour, 0.12),
      ) +
      edge('M320,530 C300,520 262,470 262,440') +
      line('M296,548 L292,640 M346,548 L350,630', light(colour, 0.65), 6),
    shirt: () =>
      neck +
      fabric(
        sketch,
        'M60,960 L60,660 C66,560 96,520 170,496 C212,482 244,474 256,460 L320,566 L384,460 C396,474 428,482 470,496 C544,520 574,560 580,660 L580,960Z',
        colour,
      ) +
      fabric(
        sketch,
        'M262,430 C246,444 236,462 230,484 L288,562 L320,548 C298,520 276,480 262,430Z',
        light(colour, 0.2),
      ) +
      fabric(
        sketch,
        'M378,430 C394,444 404,462 410,484 L352,562 L320,548 C342,520 364,480 378,430Z',
        light(colour, 0.12),
      ) +
      line('M320,556 L322,660', dark(colour, 0.35), 3, 'opacity=".5"') +
      oval(328, 596, 4, 4, light(colour, 0.7)),
    blazer: () =>
      neck +
      path('M256,450 L320,640 L384,450 C360,500 280,500 256,450Z', '#f6f3ee') +
      path('M256,450 L320,560 L384,450 C370,500 270,500 256,450Z', sketch.linear('#ffffff 0, #cfd3da 1')) +
      path('M270,446 L320,520 L370,446 C356,486 284,486 270,446Z', skin) +
      fabric(sketch, 'M60,960 L60,660 C66,560 96,520 170,496 C214,482 244,474 256,452 L322,960Z', colour) +
      fabric(
        sketch,
        'M580,960 L580,660 C574,560 544,520 470,496 C426,482 396,474 384,452 L318,960Z',
        dark(colour, 0.06),
      ) +
      path('M250,458 L206,500 L236,530 L222,548 L318,660 C290,600 264,520 250,458Z', light(colour, 0.12)) +
      path('M390,458 L434,500 L404,530 L418,548 L322,660 C350,600 376,520 390,458Z', light(colour, 0.06)),
    sari: () =>
      neck +
      fabric(sketch, SHOULDERS, dark(colour, 0.25)) +
      path('M250,466 C268,530 372,530 390,466 C380,560 262,560 250,466Z', skin) +
      fabric(sketch, 'M60,960 L60,660 C70,560 110,510 214,480 C262,560 350,620 420,660Z', colour) +
      line('M212,480 C262,562 352,622 420,662', '#f2c14e', 12) +
      line('M200,486 C250,568 336,628 396,662', '#f2c14e', 4),
  }
  return pieces[clothes]()
}
