import type { ReactElement } from 'react'
import { useOnline } from '../state/useOnline.js'

/** Says that there is no network, over the end of the list. It is always in the page, so that screen readers hear it come. */
export function OfflineNote(): ReactElement {
  const online = useOnline()
  return (
    <output className="offline">
      {!online && <p>You are offline. New avatars come when you are back.</p>}
    </output>
  )
}
