import type { Preview } from '@storybook/react-vite'
import { GLOBALS_UPDATED } from 'storybook/internal/core-events'
import { addons } from 'storybook/preview-api'
import { configure } from 'storybook/test'
import '@greenapi/react-avatar/styles.css'
import './preview.css'
import { DocsPage } from './DocsPage.js'
import { ThemedDocs } from './ThemedDocs.js'
import { withAvatars } from './withAvatars.js'

void addons.ready().then((channel) => {
  channel.on(GLOBALS_UPDATED, ({ globals }: { globals: { theme?: string } }) => {
    document.documentElement.dataset['theme'] = globals.theme === 'dark' ? 'dark' : 'light'
  })
})

// Pictures may take their time on a busy machine.
configure({ asyncUtilTimeout: 10_000 })

const preview: Preview = {
  tags: ['autodocs'],
  decorators: [withAvatars],
  initialGlobals: {
    theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
    direction: 'ltr',
    locale: 'en',
  },
  globalTypes: {
    theme: {
      description: 'Theme. Forced colours: in the browser’s DevTools, Rendering, emulate forced-colors.',
      toolbar: {
        icon: 'mirror',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
      },
    },
    direction: {
      description: 'Writing direction',
      toolbar: {
        icon: 'transfer',
        dynamicTitle: true,
        items: [
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
    locale: {
      description: 'Language of what screen readers say',
      toolbar: {
        icon: 'globe',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'pt-BR', title: 'Português (Brasil)' },
          { value: 'es', title: 'Español' },
          { value: 'ru', title: 'Русский' },
        ],
      },
    },
  },
  parameters: {
    layout: 'padded',
    a11y: { test: 'error' },
    backgrounds: { disable: true },
    controls: { expanded: true, sort: 'requiredFirst' },
    docs: {
      container: ThemedDocs,
      page: DocsPage,
      controls: { sort: 'requiredFirst' },
      toc: { headingSelector: 'h2, h3', title: 'On this page' },
    },
    options: {
      storySort: {
        order: [
          'Introduction',
          'Guides',
          ['States', 'Accessibility', 'Styling', 'Server rendering', 'Testing'],
          'Component',
          ['WhatsAppAvatar', 'States', 'Fallbacks', 'Names and roles'],
          'Parts',
          'Group',
          'Mosaic',
          'Hooks',
          ['useAvatar', 'useSuspenseAvatar', 'useQueries'],
          'Recipes',
          'Live',
        ],
      },
    },
  },
}

export default preview
