import type { StorybookConfig } from '@storybook/react-vite'
import remarkGfm from 'remark-gfm'
import type { Plugin } from 'vite'

/** The server package opens sockets only where it is given no transport of its own; the stories give it one. */
const withoutSockets: Plugin = {
  name: 'stories-without-sockets',
  enforce: 'pre',
  resolveId: (id) => (id.endsWith('/createNodeTransport.js') ? '\0without-sockets' : undefined),
  load: (id) => (id === '\0without-sockets' ? 'export const createNodeTransport = undefined' : undefined),
}

const config: StorybookConfig = {
  stories: ['../stories/**/*.mdx', '../stories/**/*.stories.tsx'],
  addons: [
    {
      name: '@storybook/addon-docs',
      options: { mdxPluginOptions: { mdxCompileOptions: { remarkPlugins: [remarkGfm] } } },
    },
    '@storybook/addon-a11y',
    '@storybook/addon-vitest',
  ],
  framework: { name: '@storybook/react-vite', options: {} },
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  typescript: { reactDocgen: 'react-docgen' },
  // Before the first paint, so that a dark page does not flash white.
  previewHead: (head) => `${head}
<link rel="icon" href="./favicon.svg">
<script>
  document.documentElement.dataset.theme =
    /theme:(light|dark)/.exec(decodeURIComponent(location.search))?.[1] ??
    (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
</script>`,
  viteFinal: (vite) => ({
    ...vite,
    plugins: [...(vite.plugins ?? []), withoutSockets],
    build: {
      ...vite.build,
      // axe and Storybook's own blocks are large, and loaded only where they are needed.
      chunkSizeWarningLimit: 1500,
      rolldownOptions: { ...vite.build?.rolldownOptions, checks: { pluginTimings: false } },
    },
  }),
}

export default config
