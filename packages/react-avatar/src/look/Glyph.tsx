import type { ReactElement } from 'react'

/** Which picture stands in: a person, a group, or why there is neither. */
export type GlyphName = 'person' | 'group' | 'hidden' | 'no_account' | 'error'

/** A person who leaves room for a sign. */
const ASIDE = 'M10 3a4.5 4.5 0 1 0 .01 0zM2 20a8 7.5 0 0 1 12-6v6z'

/** One path each; they differ in shape, not in colour alone. */
const PATHS: Record<GlyphName, string> = {
  person: 'M12 3a4.5 4.5 0 1 0 .01 0zM4 20.5a8 7.5 0 0 1 16 0z',
  group:
    'M9 4a4 4 0 1 0 .01 0zM1.5 19.5a7.5 7 0 0 1 15 0zM16 5a3.5 3.5 0 1 1 0 7 7 7 0 0 0 0-7zM18.5 19.5h4a6.5 6 0 0 0-6-6 9 9 0 0 1 2 6z',
  hidden: `${ASIDE}M16 16v-1a2.5 2.5 0 0 1 5 0v1h1v5.5h-7V16zm1.5 0h2v-1a1 1 0 0 0-2 0z`,
  no_account: `${ASIDE}M16 14.5l2.5 2.5 2.5-2.5 1.5 1.5-2.5 2.5 2.5 2.5-1.5 1.5-2.5-2.5-2.5 2.5-1.5-1.5 2.5-2.5-2.5-2.5z`,
  error: `${ASIDE}M17.5 13h3l-.5 5.5h-2zm1.5 6.5a1.3 1.3 0 1 0 .01 0z`,
}

/** A small picture for who has no initials. Inherits its colour. */
export function Glyph({ name }: { name: GlyphName }): ReactElement {
  return (
    <svg viewBox="0 0 24 24" fill="currentColor" data-glyph={name}>
      <path d={PATHS[name]} />
    </svg>
  )
}
