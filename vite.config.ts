import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import type { TestProjectInlineConfiguration } from 'vitest/config'
import { libraryBuild } from './scripts/libraryBuild.js'
import { pictureServer } from './test/kit/pictureServer.js'

const root = fileURLToPath(new URL('.', import.meta.url))
const conditions = ['@greenapi/source', 'module', 'development|production']

/** Vitest projects share nothing by reference, so what a project has in common with others comes from functions. */
const project = (
  name: string,
  test: TestProjectInlineConfiguration['test'],
): TestProjectInlineConfiguration => ({
  plugins: [react()],
  cacheDir: `node_modules/.vite/${name}`,
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['@greenapi/source'] } },
  test: {
    name,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    restoreMocks: true,
    expect: { poll: { timeout: 15_000 } },
    ...test,
  },
})

/** Adds a server of slow and failing pictures, for what a person sees meanwhile. */
const inBrowser = (base: TestProjectInlineConfiguration): TestProjectInlineConfiguration => ({
  ...base,
  plugins: [...(base.plugins ?? []), pictureServer()],
  // Named here, or the first run finds them one by one and reloads the page under the tests.
  optimizeDeps: {
    include: [
      'react',
      'react-dom',
      'react-dom/client',
      'react-dom/server.browser',
      'react/jsx-runtime',
      'react/jsx-dev-runtime',
      '@tanstack/react-query',
      '@testing-library/react',
      '@testing-library/user-event',
      'axe-core',
      'tailwindcss',
    ],
    // Dependencies of an example alone, which cannot be named from here; they are modules as they are.
    exclude: ['@tanstack/react-virtual', '@tanstack/virtual-core'],
  },
})

/** The same tests on the lowest React and TanStack Query that are supported. */
const onReact18 = (base: TestProjectInlineConfiguration): TestProjectInlineConfiguration => {
  const lowest = `${root}test/react-18/node_modules`
  const names = ['react', 'react-dom', '@tanstack/react-query']
  return {
    ...base,
    resolve: {
      ...base.resolve,
      alias: [
        ...names.map((name) => ({ find: new RegExp(`^${name}(?=$|/)`), replacement: `${lowest}/${name}` })),
        // Its CommonJS build would require React itself, past the aliases.
        {
          find: /^@testing-library\/react$/,
          replacement: `${root}node_modules/@testing-library/react/dist/@testing-library/react.esm.js`,
        },
      ],
    },
    test: { ...base.test, server: { deps: { inline: [/@testing-library/, /@tanstack/] } } },
  }
}

const chromiumPath = process.env['CHROME_PATH']
const browser = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({
    launchOptions: {
      ...(chromiumPath === undefined ? {} : { executablePath: chromiumPath }),
      args: ['--no-sandbox', '--disable-quic', '--disable-sync', '--disable-gpu'],
    },
  }),
  instances: [{ browser: 'chromium' as const }],
})

const PATIENCE = [`${root}test/kit/patience.ts`]
const NODE_TESTS = [
  'packages/{avatar-core,avatar-server,avatar-gateway,simulator}/src/**/*.test.ts',
  'examples/*/{server,shared,src}/**/*.test.ts',
  'test/*.test.ts',
]
const DOM_TESTS = ['packages/react-avatar/src/**/*.test.{ts,tsx}']
const EXAMPLE_TESTS = ['examples/*/src/**/*.test.tsx']
const BROWSER_TESTS = ['packages/*/src/**/*.browser.test.{ts,tsx}']
const EXAMPLE_BROWSER_TESTS = ['examples/*/src/**/*.browser.test.tsx']

export default defineConfig(({ mode }) => ({
  // A mode of its own: in any other, Storybook's build and every dev server would get five more environments ready.
  ...(mode === 'library' ? libraryBuild(root) : {}),
  plugins: [react()],
  resolve: { conditions },
  test: {
    reporters: ['default', `${root}scripts/countReporter.ts`],
    // Handlers of tests meet every fault there is, and say so where nobody listens.
    onConsoleLog: (text) => !/^@greenapi\/avatar-server: .*\(Written once/s.test(text),
    projects: [
      project('node', { include: NODE_TESTS, exclude: BROWSER_TESTS, environment: 'node' }),
      project('dom', {
        include: [...DOM_TESTS, ...EXAMPLE_TESTS],
        exclude: [...BROWSER_TESTS, ...EXAMPLE_BROWSER_TESTS],
        environment: 'jsdom',
        setupFiles: PATIENCE,
      }),
      inBrowser(
        project('browser', {
          include: [...BROWSER_TESTS, ...EXAMPLE_BROWSER_TESTS],
          browser: browser(),
          setupFiles: PATIENCE,
        }),
      ),
      onReact18(
        project('dom-react-18', {
          include: DOM_TESTS,
          exclude: BROWSER_TESTS,
          environment: 'jsdom',
          setupFiles: PATIENCE,
        }),
      ),
      inBrowser(
        onReact18(
          project('browser-react-18', { include: BROWSER_TESTS, browser: browser(), setupFiles: PATIENCE }),
        ),
      ),
      {
        plugins: [storybookTest({ configDir: `${root}.storybook` })],
        cacheDir: 'node_modules/.vite/stories',
        resolve: { conditions },
        test: { name: 'stories', testTimeout: 60_000, hookTimeout: 120_000, browser: browser() },
      },
    ],
  },
}))
