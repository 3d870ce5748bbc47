import type { ReactElement } from 'react'
import { useTheme } from '../state/useTheme.js'
import { Icon } from './icons.js'

const ICONS = { system: 'system', light: 'sun', dark: 'moon' } as const

/** Goes round: as the system, light, dark. */
export function ThemeButton(): ReactElement {
  const [theme, next] = useTheme()
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={`Theme: ${theme}`}
      title={`Theme: ${theme}`}
      onClick={next}
    >
      <Icon name={ICONS[theme]} />
    </button>
  )
}
