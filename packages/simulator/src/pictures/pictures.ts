import type { Some } from '../some.js'
import type { Picture } from './picture.js'

/**
 * Every picture of the package. Each address is written out, because that is what bundlers look for.
 * `scripts/makePictures.ts` draws them.
 */
export const PICTURES: Some<Picture> = [
  {
    id: 'woman-beach',
    subject: 'woman',
    url: new URL('../../pictures/woman-beach.jpg', import.meta.url),
    locales: ['pt', 'es', 'en', 'ru', 'he', 'ja'],
  },
  {
    id: 'woman-hijab',
    subject: 'woman',
    url: new URL('../../pictures/woman-hijab.jpg', import.meta.url),
    locales: ['ar'],
  },
  {
    id: 'woman-curls',
    subject: 'woman',
    url: new URL('../../pictures/woman-curls.jpg', import.meta.url),
    locales: ['pt', 'en', 'es'],
  },
  {
    id: 'woman-silver',
    subject: 'woman',
    url: new URL('../../pictures/woman-silver.jpg', import.meta.url),
    locales: ['en', 'ru', 'es', 'he', 'pt'],
  },
  {
    id: 'woman-bob',
    subject: 'woman',
    url: new URL('../../pictures/woman-bob.jpg', import.meta.url),
    locales: ['ru', 'en', 'he', 'pt'],
  },
  {
    id: 'woman-fringe',
    subject: 'woman',
    url: new URL('../../pictures/woman-fringe.jpg', import.meta.url),
    locales: ['zh', 'ja', 'ko'],
  },
  {
    id: 'woman-redhead',
    subject: 'woman',
    url: new URL('../../pictures/woman-redhead.jpg', import.meta.url),
    locales: ['en', 'ru', 'pt'],
  },
  {
    id: 'woman-braid',
    subject: 'woman',
    url: new URL('../../pictures/woman-braid.jpg', import.meta.url),
    locales: ['hi', 'es', 'ar', 'pt'],
  },
  {
    id: 'man-beard',
    subject: 'man',
    url: new URL('../../pictures/man-beard.jpg', import.meta.url),
    locales: ['ar', 'he', 'es', 'pt', 'hi'],
  },
  {
    id: 'man-bald',
    subject: 'man',
    url: new URL('../../pictures/man-bald.jpg', import.meta.url),
    locales: ['en', 'pt', 'es'],
  },
  {
    id: 'man-glasses',
    subject: 'man',
    url: new URL('../../pictures/man-glasses.jpg', import.meta.url),
    locales: ['ru', 'en', 'he', 'es', 'pt'],
  },
  {
    id: 'man-fade',
    subject: 'man',
    url: new URL('../../pictures/man-fade.jpg', import.meta.url),
    locales: ['en', 'pt', 'ar'],
  },
  {
    id: 'man-cap',
    subject: 'man',
    url: new URL('../../pictures/man-cap.jpg', import.meta.url),
    locales: ['pt', 'es', 'en', 'ru', 'ar', 'hi', 'he'],
  },
  {
    id: 'man-bun',
    subject: 'man',
    url: new URL('../../pictures/man-bun.jpg', import.meta.url),
    locales: ['ru', 'en', 'es'],
  },
  {
    id: 'man-elder',
    subject: 'man',
    url: new URL('../../pictures/man-elder.jpg', import.meta.url),
    locales: ['en', 'es', 'he', 'ru', 'pt', 'ar'],
  },
  {
    id: 'man-turban',
    subject: 'man',
    url: new URL('../../pictures/man-turban.jpg', import.meta.url),
    locales: ['hi'],
  },
  {
    id: 'man-headphones',
    subject: 'man',
    url: new URL('../../pictures/man-headphones.jpg', import.meta.url),
    locales: ['zh', 'ja', 'ko'],
  },
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
