import { useEffect, useState } from 'react'

/** `system` follows the machine. */
export type Theme = 'system' | 'light' | 'dark'

const KEY = 'inbox.theme'
const NEXT: Readonly<Record<Theme, Theme>> = { system: 'light', light: 'dark', dark: 'system' }

function storedTheme(): Theme {
  const stored = localStorage.getItem(KEY)
  return stored === 'light' || stored === 'dark' ? stored : 'system'
}

/** The chosen theme and a function that goes to the next one. `public/theme.js` applies it before the first paint. */
export function useTheme(): readonly [Theme, () => void] {
  const [theme, setTheme] = useState(storedTheme)
  useEffect(() => {
    if (theme === 'system') {
      localStorage.removeItem(KEY)
      delete document.documentElement.dataset['theme']
    } else {
      localStorage.setItem(KEY, theme)
      document.documentElement.dataset['theme'] = theme
    }
  }, [theme])
  return [theme, () => setTheme(NEXT[theme])]
}
