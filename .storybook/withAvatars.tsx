import { AvatarProvider, enLabels, esLabels, ptBRLabels, ruLabels } from '@greenapi/react-avatar'
import type { AvatarLabels } from '@greenapi/react-avatar'
import type { Decorator } from '@storybook/react-vite'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, useEffect, useState } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { createStoryClient } from '../stories/kit/createStoryClient.js'

const LABELS: Readonly<Record<string, AvatarLabels>> = {
  en: enLabels,
  'pt-BR': ptBRLabels,
  es: esLabels,
  ru: ruLabels,
}

interface StageProps {
  theme: string
  direction: 'ltr' | 'rtl'
  locale: string
  /** A docs page has the theme of the toolbar; a story alone may ask for its own. */
  isAlone: boolean
  children: ReactNode
}

/** What an app has around its avatars: a query client, a provider, a language, a direction, a theme. */
function Stage({ theme, direction, locale, isAlone, children }: StageProps): ReactElement {
  const [queryClient] = useState(() => new QueryClient())
  const [client] = useState(createStoryClient)
  useEffect(() => {
    if (isAlone) document.documentElement.dataset['theme'] = theme
  }, [isAlone, theme])
  return (
    <div className="stage" data-theme={theme} dir={direction} lang={locale}>
      <QueryClientProvider client={queryClient}>
        <AvatarProvider client={client} labels={LABELS[locale] ?? enLabels}>
          {children}
        </AvatarProvider>
      </QueryClientProvider>
    </div>
  )
}

/** Gives each story a fresh stage. */
export const withAvatars: Decorator = (Story, { globals, id, viewMode }) => (
  <StrictMode>
    <Stage
      key={id}
      theme={globals['theme'] === 'dark' ? 'dark' : 'light'}
      direction={globals['direction'] === 'rtl' ? 'rtl' : 'ltr'}
      locale={String(globals['locale'])}
      isAlone={viewMode !== 'docs'}
    >
      <Story />
    </Stage>
  </StrictMode>
)
