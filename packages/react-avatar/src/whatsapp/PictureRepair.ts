'use client'
import { useLayoutEffect } from 'react'

/** Mounted as long as a picture is failed: tries to bring it back. Renders nothing. */
export function PictureRepair({
  repair,
  restart,
}: {
  repair: (restart: () => void) => () => void
  restart: () => void
}): null {
  useLayoutEffect(() => repair(restart), [repair, restart])
  return null
}
