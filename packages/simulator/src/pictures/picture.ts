/** What a picture shows. */
export type PictureSubject =
  | 'woman'
  | 'man'
  | 'family'
  | 'pet'
  | 'place'
  | 'food'
  | 'flower'
  | 'shop'
  | 'sport'
  | 'group'

/** One of the pictures that come with the package: a JPEG of 640 x 640 pixels. */
export interface Picture {
  /** Its file name without `.jpg`. */
  readonly id: string
  readonly subject: PictureSubject
  /** Where it lies: a `file:` url in Node, an address of the page's own origin in a bundle. */
  readonly url: URL
  /** For portraits: the languages (ISO 639-1) in whose address books the face is at home. Without it: any. */
  readonly locales?: readonly string[] | undefined
}
