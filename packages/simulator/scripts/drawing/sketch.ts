import { createRandom } from '../../src/random.js'
import type { Random } from '../../src/random.js'

/** Where an SVG is put together: shapes as text, shared definitions on the side. */
export interface Sketch {
  readonly random: Random
  /** A linear gradient over the shape's own box, such as `#ffffff 0, #203040 1`; returns its paint. */
  linear(stops: string, angle?: number): string
  /** A radial gradient over the shape's own box; returns its paint. */
  radial(stops: string, x?: number, y?: number, r?: number): string
  /** A gaussian blur; returns the attribute. */
  blur(radius: number): string
  /** Noise stretched by its two frequencies, as grey light and shade; returns the attribute for a shape it replaces. */
  texture(fx: number, fy: number, strength: number): string
  /** A wobble of edges, so that drawn lines look less drawn; returns the attribute. */
  rough(scale: number, frequency?: number): string
  /** Cuts `content` to `shape`. */
  clip(shape: string, content: string): string
  svg(content: string): string
}

/** Starts a sketch of 640 x 640. */
export function createSketch(seed: string): Sketch {
  const random = createRandom(seed)
  const definitions: string[] = []
  const define = (make: (id: string) => string): string => {
    const id = `d${definitions.length}`
    definitions.push(make(id))
    return id
  }
  const stopsOf = (stops: string): string =>
    stops.replaceAll(/(#\w+) ([\d.]+)(?:, )?/g, '<stop stop-color="$1" offset="$2"/>')
  const area = 'x="-30%" y="-30%" width="160%" height="160%"'
  return {
    random,
    linear(stops, angle = 90) {
      const id = define(
        (name) =>
          `<linearGradient id="${name}" gradientTransform="rotate(${angle} .5 .5)">${stopsOf(stops)}</linearGradient>`,
      )
      return `url(#${id})`
    },
    radial(stops, x = 0.5, y = 0.5, r = 0.5) {
      const id = define(
        (name) =>
          `<radialGradient id="${name}" cx="${x}" cy="${y}" r="${r}">${stopsOf(stops)}</radialGradient>`,
      )
      return `url(#${id})`
    },
    blur(radius) {
      const id = define(
        (name) =>
          `<filter id="${name}" x="-100%" y="-100%" width="300%" height="300%"><feGaussianBlur stdDeviation="${radius}"/></filter>`,
      )
      return `filter="url(#${id})"`
    },
    texture(fx, fy, strength) {
      const noise = random.integer(1, 999)
      const id = define(
        (name) =>
          `<filter id="${name}" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency="${fx} ${fy}" numOctaves="3" seed="${noise}"/><feColorMatrix values="${strength} 0 0 0 ${0.5 - strength / 2} ${strength} 0 0 0 ${0.5 - strength / 2} ${strength} 0 0 0 ${0.5 - strength / 2} 0 0 0 0 1"/></filter>`,
      )
      return `filter="url(#${id})"`
    },
    rough(scale, frequency = 0.03) {
      const noise = random.integer(1, 999)
      const id = define(
        (name) =>
          `<filter id="${name}" ${area}><feTurbulence type="fractalNoise" baseFrequency="${frequency}" numOctaves="2" seed="${noise}"/><feDisplacementMap in="SourceGraphic" scale="${scale}" xChannelSelector="R" yChannelSelector="G"/></filter>`,
      )
      return `filter="url(#${id})"`
    },
    clip(shape, content) {
      const id = define((name) => `<clipPath id="${name}">${shape}</clipPath>`)
      return `<g clip-path="url(#${id})">${content}</g>`
    },
    svg: (content) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="640" viewBox="0 0 640 640" style="display:block;isolation:isolate"><defs>${definitions.join('')}</defs>${content}</svg>`,
  }
}

/** A filled path. */
export function path(d: string, fill: string, more: string = ''): string {
  return `<path d="${d}" fill="${fill}" ${more}/>`
}

/** A line without fill. */
export function line(d: string, colour: string, width: number, more: string = ''): string {
  return `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round" ${more}/>`
}

/** An ellipse. */
export function oval(x: number, y: number, rx: number, ry: number, fill: string, more: string = ''): string {
  return `<ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="${rx.toFixed(1)}" ry="${ry.toFixed(1)}" fill="${fill}" ${more}/>`
}

/** A rectangle. */
export function box(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: string,
  more: string = '',
): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`
}

/** A whole-picture rectangle. */
export function sheet(fill: string, more: string = ''): string {
  return box(-20, -20, 680, 680, fill, more)
}

/** `count` shapes made one after the other. */
export function many(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('')
}

/** Mixes two `#rrggbb` colours; 0 is all `a`. */
export function mix(a: string, b: string, share: number): string {
  const part = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16)
  const mixed = [1, 3, 5].map((at) => Math.round(part(a, at) + (part(b, at) - part(a, at)) * share))
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`
}

/** Lighter, towards a warm white. */
export const light = (colour: string, share: number): string => mix(colour, '#fff4e6', share)

/** Darker, towards a warm black. */
export const dark = (colour: string, share: number): string => mix(colour, '#160c14', share)
