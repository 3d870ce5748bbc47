import type { ReactElement } from 'react'

/** A small sign that `styles.css` draws: a person, a group, or why there is neither picture nor name. */
export const glyph = (name: string): ReactElement => <span data-glyph={name} />
