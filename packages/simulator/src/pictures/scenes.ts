import type { Some } from '../some.js'
import type { Picture } from './picture.js'

/** Everything but portraits. Each address is written out, because that is what bundlers look for. */
export const SCENES: Some<Picture> = [
  {
    id: 'couple',
    subject: 'family',
    url: new URL('../../pictures/couple.jpg', import.meta.url),
  },
  {
    id: 'child',
    subject: 'family',
    url: new URL('../../pictures/child.jpg', import.meta.url),
  },
  {
    id: 'dog',
    subject: 'pet',
    url: new URL('../../pictures/dog.jpg', import.meta.url),
  },
  {
    id: 'cat-ginger',
    subject: 'pet',
    url: new URL('../../pictures/cat-ginger.jpg', import.meta.url),
  },
  {
    id: 'cat-black',
    subject: 'pet',
    url: new URL('../../pictures/cat-black.jpg', import.meta.url),
  },
  {
    id: 'parrot',
    subject: 'pet',
    url: new URL('../../pictures/parrot.jpg', import.meta.url),
  },
  {
    id: 'sunset',
    subject: 'place',
    url: new URL('../../pictures/sunset.jpg', import.meta.url),
  },
  {
    id: 'mountains',
    subject: 'place',
    url: new URL('../../pictures/mountains.jpg', import.meta.url),
  },
  {
    id: 'palm-beach',
    subject: 'place',
    url: new URL('../../pictures/palm-beach.jpg', import.meta.url),
  },
  {
    id: 'city-night',
    subject: 'place',
    url: new URL('../../pictures/city-night.jpg', import.meta.url),
  },
  {
    id: 'desert',
    subject: 'place',
    url: new URL('../../pictures/desert.jpg', import.meta.url),
  },
  {
    id: 'northern-lights',
    subject: 'place',
    url: new URL('../../pictures/northern-lights.jpg', import.meta.url),
  },
  {
    id: 'hiker',
    subject: 'place',
    url: new URL('../../pictures/hiker.jpg', import.meta.url),
  },
  {
    id: 'coffee',
    subject: 'food',
    url: new URL('../../pictures/coffee.jpg', import.meta.url),
  },
  {
    id: 'cake',
    subject: 'food',
    url: new URL('../../pictures/cake.jpg', import.meta.url),
  },
  {
    id: 'sunflower',
    subject: 'flower',
    url: new URL('../../pictures/sunflower.jpg', import.meta.url),
  },
  {
    id: 'roses',
    subject: 'flower',
    url: new URL('../../pictures/roses.jpg', import.meta.url),
  },
  {
    id: 'shop-bakery',
    subject: 'shop',
    url: new URL('../../pictures/shop-bakery.jpg', import.meta.url),
  },
  {
    id: 'shop-leaf',
    subject: 'shop',
    url: new URL('../../pictures/shop-leaf.jpg', import.meta.url),
  },
  {
    id: 'shop-barber',
    subject: 'shop',
    url: new URL('../../pictures/shop-barber.jpg', import.meta.url),
  },
  {
    id: 'football',
    subject: 'sport',
    url: new URL('../../pictures/football.jpg', import.meta.url),
  },
  {
    id: 'group-family',
    subject: 'group',
    url: new URL('../../pictures/group-family.jpg', import.meta.url),
  },
  {
    id: 'group-friends',
    subject: 'group',
    url: new URL('../../pictures/group-friends.jpg', import.meta.url),
  },
  {
    id: 'group-team',
    subject: 'group',
    url: new URL('../../pictures/group-team.jpg', import.meta.url),
  },
  {
    id: 'group-office',
    subject: 'group',
    url: new URL('../../pictures/group-office.jpg', import.meta.url),
  },
]
