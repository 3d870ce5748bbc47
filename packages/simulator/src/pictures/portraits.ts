import type { Some } from '../some.js'
import type { Picture } from './picture.js'

/** The portraits. Each address is written out, because that is what bundlers look for. */
export const PORTRAITS: Some<Picture> = [
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
    id: 'woman-rose-hijab',
    subject: 'woman',
    url: new URL('../../pictures/woman-rose-hijab.jpg', import.meta.url),
    locales: ['ar'],
  },
  {
    id: 'woman-bun',
    subject: 'woman',
    url: new URL('../../pictures/woman-bun.jpg', import.meta.url),
    locales: ['pt', 'es', 'he', 'ar', 'hi', 'en'],
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
    id: 'man-curls',
    subject: 'man',
    url: new URL('../../pictures/man-curls.jpg', import.meta.url),
    locales: ['ar', 'he', 'es', 'pt', 'hi'],
  },
  {
    id: 'man-suit',
    subject: 'man',
    url: new URL('../../pictures/man-suit.jpg', import.meta.url),
    locales: ['zh', 'ja', 'ko'],
  },
]
