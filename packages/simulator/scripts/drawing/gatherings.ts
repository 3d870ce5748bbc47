import { drawBackdrop } from './backdrop.js'
import { PORTRAITS } from './people.js'
import { drawPerson } from './portrait.js'
import type { Person } from './portrait.js'
import { light, line, many, oval, path } from './sketch.js'
import type { Sketch } from './sketch.js'

/** Where one of several people stands: the middle of the face, the size, the tilt. */
type Place = readonly [
  id: string,
  x: number,
  y: number,
  scale: number,
  tilt: number,
  changes?: Partial<Person>,
]

function crowd(sketch: Sketch, places: readonly Place[]): string {
  return places
    .map(([id, x, y, scale, tilt, changes = {}]) => {
      const person = PORTRAITS[id]
      if (person === undefined) throw new Error(`there is no portrait ${id}`)
      return `<g filter="drop-shadow(0 10px 22px #00000055)" transform="translate(${x} ${y}) rotate(${tilt}) scale(${scale}) translate(-320 -290)">${drawPerson(sketch, { ...person, wears: [], ...changes })}</g>`
    })
    .join('')
}

const childFace = (skin: string, eyes: string, brows: string): Person['face'] => ({
  skin,
  shape: 'round',
  eyes,
  brows,
  smile: 'open',
  child: true,
})

/** A couple, close together. */
export function drawCouple(sketch: Sketch): string {
  return (
    drawBackdrop(sketch, 'sunset') +
    crowd(sketch, [
      ['man-beard', 420, 270, 1.05, 6, { clothes: ['shirt', '#e6e0d4'] }],
      [
        'woman-redhead',
        236,
        316,
        0.98,
        8,
        {
          hair: ['long', '#4a2c1a'],
          clothes: ['tee', '#b5485c'],
          face: {
            skin: '#e8b894',
            shape: 'soft',
            eyes: '#4a3220',
            brows: '#3a2417',
            lashes: true,
            smile: 'open',
          },
        },
      ],
    ])
  )
}

/** A child in a knitted hat. */
export function drawChild(sketch: Sketch): string {
  const wool = '#f0c36a'
  return (
    drawBackdrop(sketch, 'window', '#a8c4d4') +
    `<g transform="translate(320 346) scale(1.42 1.26) translate(-320 -300)">${drawPerson(sketch, { face: { skin: '#f6cdb2', shape: 'round', eyes: '#4a6a88', brows: '#d9b08c', smile: 'open', child: true }, hair: ['none', '#caa070'], clothes: ['turtleneck', '#9cc4d8'] })}` +
    sketch.clip(
      '<path d="M204,240 C196,130 260,84 320,84 C380,84 444,130 436,240Z"/>',
      `<rect x="190" y="70" width="260" height="180" fill="${sketch.radial(
        `${light(wool, 0.3)} 0, ${wool} .6, #b5822e 1`,
        0.36,
        0.3,
        0.8,
      )}"/>` +
        many(12, (index) =>
          line(`M${196 + index * 22},80 l0,170`, '#a8742a', 5, `opacity=".3" ${sketch.blur(2)}`),
        ),
    ) +
    `<rect x="196" y="204" width="248" height="48" rx="22" fill="${light(wool, 0.3)}"/>` +
    many(11, (index) => line(`M${210 + index * 22},210 l0,36`, '#c89440', 4, 'opacity=".5"')) +
    `<g ${sketch.rough(12, 0.1)}>${oval(320, 76, 36, 34, sketch.radial('#ffffff 0, #e2cfa8 1'))}</g></g>`
  )
}

/** Parents and two children. */
export function drawFamily(sketch: Sketch): string {
  return (
    drawBackdrop(sketch, 'garden') +
    crowd(sketch, [
      ['man-glasses', 226, 206, 0.72, -3, { wears: [['glasses', '#22201f']], clothes: ['shirt', '#5f86a8'] }],
      ['woman-bob', 420, 224, 0.7, 4, { hair: ['long', '#5a3a22'], clothes: ['tee', '#c9586a'] }],
      [
        'man-headphones',
        196,
        420,
        0.6,
        -4,
        {
          face: childFace('#eec2a0', '#4d6b7d', '#6b4a30'),
          hair: ['messy', '#6b4628'],
          clothes: ['tee', '#e8b637'],
        },
      ],
      [
        'woman-fringe',
        438,
        430,
        0.6,
        4,
        {
          face: { ...childFace('#f0c6a6', '#5b86a0', '#7a5632'), lashes: true },
          hair: ['straight', '#7a5230'],
          clothes: ['tee', '#7fb08a'],
        },
      ],
    ])
  )
}

/** Three friends in one photo. */
export function drawFriends(sketch: Sketch): string {
  return (
    drawBackdrop(sketch, 'cafe') +
    crowd(sketch, [
      ['woman-curls', 170, 262, 0.74, -8, { wears: [['earrings', '#e7bd55']] }],
      ['man-fade', 478, 252, 0.78, 8, { clothes: ['tee', '#3f6f8a'] }],
      ['woman-beach', 322, 350, 0.84, 2, { hair: ['long', '#6b3f20'], clothes: ['tee', '#d96a4a'] }],
    ])
  )
}

/** A football team in its shirts. */
export function drawTeam(sketch: Sketch): string {
  const shirt: Person['clothes'] = ['tee', '#c8202e']
  return (
    drawBackdrop(sketch, 'garden') +
    path(
      'M-20,150 C160,130 480,130 660,150 L660,210 L-20,210Z',
      '#dfe6ea',
      `opacity=".4" ${sketch.blur(12)}`,
    ) +
    crowd(sketch, [
      ['man-bald', 110, 226, 0.5, -3, { clothes: shirt }],
      ['man-bun', 250, 196, 0.5, 2, { clothes: shirt }],
      ['man-cap', 392, 198, 0.5, -2, { clothes: shirt }],
      ['man-beard', 532, 226, 0.5, 3, { clothes: shirt }],
      ['man-headphones', 178, 414, 0.54, -3, { clothes: shirt }],
      ['man-fade', 322, 398, 0.56, 2, { clothes: shirt }],
      ['man-glasses', 466, 414, 0.54, 4, { clothes: shirt }],
    ])
  )
}

/** Colleagues before a shelf. */
export function drawOffice(sketch: Sketch): string {
  return (
    drawBackdrop(sketch, 'window', '#7f98ad') +
    crowd(sketch, [
      ['man-elder', 130, 250, 0.62, -4, { clothes: ['blazer', '#4a5568'], wears: [['glasses', '#3a3430']] }],
      ['woman-braid', 506, 258, 0.62, 4, { hair: ['bun', '#1e1410'], clothes: ['blazer', '#7a3b5c'] }],
      ['man-bald', 322, 214, 0.66, 0, { clothes: ['shirt', '#dfe6ee'] }],
      ['woman-fringe', 220, 414, 0.62, -3, { clothes: ['blazer', '#2c3550'] }],
      [
        'woman-silver',
        424,
        418,
        0.62,
        3,
        { clothes: ['shirt', '#3f7a80'], wears: [['roundGlasses', '#7a3b34']] },
      ],
    ])
  )
}
