import type { ReactElement } from 'react'

/** A person who leaves room for a sign. */
const ASIDE = 'M9 3a4 4 0 1 0 .01 0zM1 20a8 8 0 0 1 12-7v7z'

/** One path each; they differ in shape, not in colour alone. */
const PATHS = {
  person: 'M12 3a4 4 0 1 0 .01 0zM4 20a8 8 0 0 1 16 0z',
  group: 'M9 3a4 4 0 1 0 .01 0zM1 20a8 8 0 0 1 16 0zM17 5a3 3 0 1 0 .01 0zM19 20h4a6 6 0 0 0-6-6z',
  hidden: `${ASIDE}M15 16h1v-2a3 3 0 0 1 6 0v2h1v6h-8zm3 0h2v-2a1 1 0 0 0-2 0z`,
  no_account: `${ASIDE}M14 15l2-2 7 7-2 2zm7-2l2 2-7 7-2-2z`,
  error: `${ASIDE}M17 12h3v6h-3zm0 8h3v3h-3z`,
}

/** Which picture stands in: a person, a group, or why there is neither. */
export type GlyphName = keyof typeof PATHS

/** Whether there is a glyph of that name. */
export const isGlyph = (name: string): name is GlyphName => name in PATHS

/** A small picture for who has no initials. Inherits its colour. */
export const glyph = (name: GlyphName): ReactElement => (
  <svg viewBox="0 0 24 24" fill="currentColor" data-glyph={name}>
    <path d={PATHS[name]} />
  </svg>
)
