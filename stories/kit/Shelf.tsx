import type { ReactElement, ReactNode } from 'react'
import './shelf.css'

/** Specimens side by side, each with its caption. `columns` is the least width of one, in CSS pixels. */
export function Shelf({
  columns = 104,
  children,
}: {
  columns?: number | undefined
  children: ReactNode
}): ReactElement {
  return (
    <div className="shelf" style={{ gridTemplateColumns: `repeat(auto-fill, minmax(${columns}px, 1fr))` }}>
      {children}
    </div>
  )
}

/** One specimen and what it is. */
export function Specimen({
  title,
  note,
  children,
}: {
  title: ReactNode
  note?: ReactNode
  children: ReactNode
}): ReactElement {
  return (
    <figure className="specimen">
      <div className="specimen-body">{children}</div>
      <figcaption>
        <span className="specimen-title">{title}</span>
        {note !== undefined && <span className="specimen-note">{note}</span>}
      </figcaption>
    </figure>
  )
}
