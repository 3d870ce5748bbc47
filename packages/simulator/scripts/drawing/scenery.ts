import { box, dark, many, mix, oval, path } from './sketch.js'
import type { Sketch } from './sketch.js'

/** A ragged line from left to right, closed along the bottom. */
export function ridge(sketch: Sketch, base: number, height: number, steps: number): string {
  const points = Array.from({ length: steps + 1 }, (_, index) => {
    const peak = index % 2 === 0 ? 0.15 : 0.55 + sketch.random.next() * 0.45
    return `L${((index / steps) * 700 - 30).toFixed(0)},${(base - height * peak - sketch.random.next() * 12).toFixed(0)}`
  })
  return `M-30,680 ${points.join(' ')} L670,680Z`
}

/** Glints on water below `top`, wider towards the viewer. */
export function ripples(sketch: Sketch, top: number, colour: string, centre: number, spread: number): string {
  return many(60, (index) => {
    const y = top + 4 + ((index * index) / 3_600) * (640 - top)
    const far = (y - top) / (640 - top)
    const x = centre + (sketch.random.next() - 0.5) * spread * (0.3 + far)
    return oval(
      x,
      y,
      10 + far * 70 * sketch.random.next(),
      1 + far * 4,
      colour,
      `opacity="${(0.25 + sketch.random.next() * 0.5).toFixed(2)}"`,
    )
  })
}

/** Clouds as fractal noise that thins out. */
export function clouds(sketch: Sketch, top: number, height: number, opacity: number): string {
  return `<g style="mix-blend-mode:soft-light" opacity="${opacity}">${box(-20, top, 680, height, '#fff', sketch.texture(0.006, 0.022, 3))}</g>`
}

/** A palm tree. */
export function palm(sketch: Sketch, x: number, y: number, size: number, colour: string): string {
  const leaves = [-165, -140, -105, -70, -35, -10, 12].map((turn) => {
    const spread = `M0,0 C50,-34 130,-30 190,30 C140,6 110,4 92,10 C60,-6 30,-2 0,0Z`
    return `<g transform="rotate(${turn + 20})">${path(spread, mix(colour, '#4b8a4a', sketch.random.next() * 0.5))}</g>`
  })
  return `<g transform="translate(${x} ${y}) scale(${size})">${path(
    'M-8,0 C10,120 -6,240 -40,420 L-6,420 C22,250 26,120 8,-4Z',
    sketch.linear(`${dark(colour, 0.1)} 0, ${dark(colour, 0.5)} 1`),
  )}${leaves.join('')}${oval(-6, 8, 10, 10, dark(colour, 0.5))}${oval(9, 10, 9, 9, dark(colour, 0.4))}</g>`
}

/** Stars above `bottom`. */
export function stars(sketch: Sketch, count: number, bottom: number): string {
  return many(count, () => {
    const r = 0.6 + sketch.random.next() * 1.5
    return oval(
      sketch.random.integer(0, 640),
      sketch.random.integer(0, bottom),
      r,
      r,
      '#ffffff',
      `opacity="${(0.3 + sketch.random.next() * 0.7).toFixed(2)}"`,
    )
  })
}

/** A row of pines on a base line. */
export function pines(sketch: Sketch, base: number, colour: string, count: number): string {
  return many(count, (index) => {
    const x = (index / count) * 700 - 20 + sketch.random.integer(-14, 14)
    const height = 60 + sketch.random.integer(0, 90)
    const tiers = [0, 1, 2, 3].map((tier) => {
      const y = base - height + (tier * height) / 4.4
      const half = 8 + tier * (height / 13)
      return path(`M${x},${y} L${x + half},${y + height / 3} L${x - half},${y + height / 3}Z`, colour)
    })
    return tiers.join('')
  })
}
