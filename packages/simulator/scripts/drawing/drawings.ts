import type { Finish } from './finish.js'
import { finish } from './finish.js'
import { drawChild, drawCouple, drawFamily, drawFriends, drawOffice, drawTeam } from './gatherings.js'
import { PORTRAITS } from './people.js'
import { drawCat, drawDog, drawParrot } from './pets.js'
import {
  drawCityNight,
  drawDesert,
  drawHiker,
  drawMountains,
  drawNorthernLights,
  drawPalmBeach,
  drawSunset,
} from './places.js'
import { drawPortrait } from './portrait.js'
import { drawBakery, drawBarber, drawLeafShop } from './shops.js'
import { createSketch } from './sketch.js'
import type { Sketch } from './sketch.js'
import { drawCake, drawCoffee, drawFootball, drawRoses, drawSunflower } from './things.js'

type Drawing = readonly [draw: (sketch: Sketch) => string, finish?: Finish]

const portraits = Object.entries(PORTRAITS).map(([id, portrait]): [string, Drawing] => [
  id,
  [(sketch) => drawPortrait(sketch, portrait)],
])

const NIGHT: Finish = { warmth: '#b8c8ff', vignette: 0.3 }
const LOGO: Finish = { grain: 0.14, vignette: 0.2 }

const others: Readonly<Record<string, Drawing>> = {
  couple: [drawCouple],
  child: [drawChild],
  dog: [drawDog],
  'cat-ginger': [(sketch) => drawCat(sketch, '#dd8f46', '#a8b84a', true)],
  'cat-black': [(sketch) => drawCat(sketch, '#2c282d', '#e8b830', false)],
  parrot: [drawParrot],
  sunset: [drawSunset],
  mountains: [drawMountains, { warmth: '#ffe0c0' }],
  'palm-beach': [drawPalmBeach],
  'city-night': [drawCityNight, NIGHT],
  desert: [drawDesert],
  'northern-lights': [drawNorthernLights, NIGHT],
  hiker: [drawHiker],
  coffee: [drawCoffee],
  cake: [drawCake],
  sunflower: [drawSunflower],
  roses: [drawRoses],
  'shop-bakery': [drawBakery, LOGO],
  'shop-leaf': [drawLeafShop, LOGO],
  'shop-barber': [drawBarber, LOGO],
  football: [drawFootball, NIGHT],
  'group-family': [drawFamily],
  'group-friends': [drawFriends],
  'group-team': [drawTeam],
  'group-office': [drawOffice],
}

/** How to draw each picture, by id, as the text of an SVG. */
export const DRAWINGS: ReadonlyMap<string, () => string> = new Map(
  [...portraits, ...Object.entries(others)].map(([id, [draw, look]]) => [
    id,
    (): string => {
      const sketch = createSketch(id)
      return finish(sketch, draw(sketch), look)
    },
  ]),
)
