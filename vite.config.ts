import { playwright } from '@vitest/browser-playwright'
import react from '@vitejs/plugin-react'
import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { EnvironmentOptions, UserConfig } from 'vite'
import { defineConfig } from 'vitest/config'
import type { TestProjectInlineConfiguration } from 'vitest/config'
import packages from './scripts/packages.json' with { type: 'json' }

const root = fileURLToPath(new URL('.', import.meta.url))
const conditions = ['@greenapi/source', 'module', 'import', 'development|production', 'default']

/** Every bare import and every Node built-in stays an import: the packages ship no copy of a dependency. */
const isExternal = (id: string): boolean =>
  id.startsWith('node:') ||
  builtinModules.includes(id) ||
  !(id.startsWith('.') || id.startsWith('/') || id.startsWith('\0'))

/** One library build: each source file becomes one module in `dist`, so `'use client'` stays where it was written. */
function libraryBuild(name: string, entries: readonly string[]): EnvironmentOptions {
  return {
    consumer: name === 'avatar-core' || name === 'react-avatar' ? 'client' : 'server',
    resolve: { conditions },
    // Left for the app's own bundler, or for Node, to decide.
    define: { 'process.env.NODE_ENV': 'process.env.NODE_ENV' },
    build: {
      outDir: `packages/${name}/dist`,
      emptyOutDir: true,
      copyPublicDir: false,
      minify: false,
      sourcemap: true,
      target: 'es2022',
      lib: { entry: entries.map((entry) => `${root}packages/${name}/src/${entry}`), formats: ['es'] },
      rolldownOptions: {
        external: isExternal,
        output: {
          preserveModules: true,
          preserveModulesRoot: `${root}packages/${name}/src`,
          entryFileNames: '[name].js',
        },
      },
    },
  }
}

const library: UserConfig = {
  builder: {
    async buildApp(builder) {
      for (const { name } of packages) {
        const environment = builder.environments[name.replaceAll('-', '_')]
        if (environment === undefined) throw new Error(`vite.config.ts: no build environment for ${name}`)
        await builder.build(environment)
      }
    },
  },
  environments: Object.fromEntries(
    packages.map(({ name, entries }) => [name.replaceAll('-', '_'), libraryBuild(name, entries)]),
  ),
}

/** Vitest projects share nothing by reference, so what a project has in common with others comes from functions. */
const project = (
  name: string,
  test: TestProjectInlineConfiguration['test'],
): TestProjectInlineConfiguration => ({
  plugins: [react()],
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['@greenapi/source'] } },
  test: { name, testTimeout: 30_000, hookTimeout: 60_000, restoreMocks: true, ...test },
})

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

const NODE_TESTS = [
  'packages/{avatar-core,avatar-server,avatar-gateway,simulator}/src/**/*.test.ts',
  'test/*.test.ts',
]
const DOM_TESTS = ['packages/react-avatar/src/**/*.test.{ts,tsx}']
const BROWSER_TESTS = ['packages/*/src/**/*.browser.test.{ts,tsx}']

export default defineConfig(({ command }) => ({
  ...(command === 'build' && process.env['VITEST'] === undefined ? library : {}),
  plugins: [react()],
  resolve: { conditions },
  test: {
    reporters: ['default', `${root}scripts/countReporter.ts`],
    projects: [
      project('node', { include: NODE_TESTS, exclude: BROWSER_TESTS, environment: 'node' }),
      project('dom', { include: DOM_TESTS, exclude: BROWSER_TESTS, environment: 'jsdom' }),
      project('browser', { include: BROWSER_TESTS, browser: browser() }),
    ],
  },
}))
