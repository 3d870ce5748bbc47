import { sheet } from './sketch.js'
import type { Sketch } from './sketch.js'

/** How a picture is developed. */
export interface Finish {
  /** Strength of the film grain, 0 to 1. */
  readonly grain?: number | undefined
  /** Darkness of the corners, 0 to 1. */
  readonly vignette?: number | undefined
  /** A colour laid over everything as light. */
  readonly warmth?: string | undefined
}

/** The last two digits of a colour. */
const opacity = (share: number): string =>
  Math.round(share * 255)
    .toString(16)
    .padStart(2, '0')

/** Lays light, corners and film grain over a drawing, as a lens and a sensor would. */
export function finish(sketch: Sketch, content: string, options: Finish = {}): string {
  const { grain = 0.2, vignette = 0.34, warmth = '#ffb072' } = options
  const corners = sketch.radial(`#00000000 0, #00000000 .6, #0a0512${opacity(vignette)} 1`, 0.5, 0.46, 0.75)
  const glow = sketch.linear(`${warmth}4d 0, ${warmth}0d .5, #1a2a5a38 1`, 60)
  return sketch.svg(
    `<g>${content}</g>` +
      sheet(glow, 'style="mix-blend-mode:soft-light"') +
      sheet(corners) +
      sheet(
        '#808080',
        `${sketch.texture(0.75, 0.75, 1.4)} opacity="${grain}" style="mix-blend-mode:soft-light"`,
      ),
  )
}
