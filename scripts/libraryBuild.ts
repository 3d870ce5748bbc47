import { copyFileSync, readFileSync, readdirSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import type { EnvironmentOptions, UserConfig } from 'vite'

interface Manifest {
  exports: Record<string, string | Record<string, string>>
  bin?: Record<string, string>
}

/** For the browser; the others run in Node and may name its modules. */
const IN_BROWSER = new Set(['avatar-core', 'react-avatar'])

/** Every bare import and every Node built-in stays an import: the packages ship no copy of a dependency. */
const isExternal = (id: string): boolean =>
  id.startsWith('node:') || builtinModules.includes(id) || !/^[./\0]/.test(id)

const environmentName = (name: string): string => name.replaceAll('-', '_')

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

/** The source files that a package's manifest exports, and those of its programs. */
function entriesOf({ exports, bin = {} }: Manifest): string[] {
  const exported = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [] : (entry['@greenapi/source'] ?? []),
  )
  const programs = Object.values(bin).map((file) => file.replace(/^\.\/dist\/(.*)\.js$/, './src/$1.ts'))
  return [...exported, ...programs]
}

function environment(folder: string, isBrowser: boolean): EnvironmentOptions {
  const src = join(folder, 'src')
  return {
    consumer: isBrowser ? 'client' : 'server',
    build: {
      outDir: join(folder, 'dist'),
      emptyOutDir: true,
      copyPublicDir: false,
      minify: false,
      sourcemap: true,
      target: 'es2022',
      lib: { entry: entriesOf(manifestOf(folder)).map((entry) => join(folder, entry)), formats: ['es'] },
      rolldownOptions: {
        external: isExternal,
        output: { preserveModules: true, preserveModulesRoot: src, entryFileNames: '[name].js' },
      },
    },
  }
}

/** Style sheets go out as they are written. */
function copyStyles(folder: string): void {
  for (const entry of Object.values(manifestOf(folder).exports)) {
    if (typeof entry === 'string' && entry.endsWith('.css')) {
      copyFileSync(join(folder, entry), join(folder, entry.replace('./src/', './dist/')))
    }
  }
}

/**
 * The build of every package: each source file becomes one module in `dist`, so that `'use client'` stays where it was
 * written and bundlers can leave out what an app does not use.
 */
export function libraryBuild(root: string): Pick<UserConfig, 'builder' | 'environments'> {
  const names = readdirSync(join(root, 'packages'))
  const folderOf = (name: string): string => join(root, 'packages', name)
  return {
    environments: Object.fromEntries(
      names.map((name) => [environmentName(name), environment(folderOf(name), IN_BROWSER.has(name))]),
    ),
    builder: {
      async buildApp(builder) {
        for (const name of names) {
          const built = builder.environments[environmentName(name)]
          if (built !== undefined) await builder.build(built)
          copyStyles(folderOf(name))
        }
      },
    },
  }
}
