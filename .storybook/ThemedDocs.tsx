import { DocsContainer } from '@storybook/addon-docs/blocks'
import type { DocsContainerProps } from '@storybook/addon-docs/blocks'
import { useSyncExternalStore } from 'react'
import type { PropsWithChildren, ReactElement } from 'react'
import { darkTheme, lightTheme } from './theme.js'

function onThemeChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}

/** Docs pages in the theme that the toolbar says. */
export function ThemedDocs({ children, context }: PropsWithChildren<DocsContainerProps>): ReactElement {
  const theme = useSyncExternalStore(onThemeChange, () => document.documentElement.dataset['theme'])
  return (
    <DocsContainer context={context} theme={theme === 'dark' ? darkTheme : lightTheme}>
      {children}
    </DocsContainer>
  )
}
