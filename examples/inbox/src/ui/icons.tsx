import type { ReactElement } from 'react'

const PATHS = {
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm5-2 4.500 4.500',
  close: 'M6 6l12 12M18 6 6 18',
  back: 'M14.500 5.500 8 12l6.500 6.500',
  send: 'M12 19V5.500M5.500 12 12 5.500l6.500 6.500',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm0-13v1.500m0 15V21m9-9h-1.500m-15 0H3m15.400-6.400-1.100 1.100M6.700 17.300l-1.100 1.100m12.800 0-1.100-1.100M6.700 6.700 5.600 5.600',
  moon: 'M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10Z',
  system: 'M4.500 5.500h15v10h-15zM9 19.500h6M12 15.500v4',
  panel: 'M4.500 7a2 2 0 0 1 2-2h11a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2h-11a2 2 0 0 1-2-2ZM14.500 5v14',
  people:
    'M9 11.500a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm-5.500 7c0-3 2.500-5 5.500-5s5.500 2 5.500 5M15.500 11.300a2.800 2.800 0 1 0-.8-5.500M17 13.800c2.100.6 3.500 2.400 3.500 4.700',
  edit: 'M4.500 19.500 5.500 15 15.700 4.800a1.800 1.800 0 0 1 2.500 0l1 1a1.800 1.800 0 0 1 0 2.500L9 18.500Z',
  refresh: 'M19.500 12a7.500 7.500 0 1 1-2.200-5.300M19.500 4v4h-4',
} as const

/** A line drawing of 24 by 24; it says nothing to a screen reader, so what carries it needs a name. */
export function Icon({
  name,
  size = 20,
}: {
  readonly name: keyof typeof PATHS
  readonly size?: number
}): ReactElement {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  )
}
