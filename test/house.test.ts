import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cycles, forbiddenImports, importsOf, sourceFiles } from '../scripts/imports.js'
import type { ImportEdge } from '../scripts/imports.js'

const root = process.cwd()
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const edge = (from: string, to: string): ImportEdge => ({ from, to, line: 1 })

describe('documents', () => {
  const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md']

  test.each(['README.md', 'CONTRIBUTING.md'])('%s links to nothing that is gone', (document) => {
    const links = [...read(document).matchAll(/(?:\]\(|src(?:set)?=")([^)"#:]+)(?:#[^)"]*)?[)"]/g)].map(
      ([, path]) => path ?? '',
    )
    expect(links.length).toBeGreaterThan(0)
    expect(links.filter((path) => !existsSync(join(root, dirname(document), path)))).toEqual([])
  })

  test.each(documents)('%s names no path that is gone', (document) => {
    const paths = [...read(document).matchAll(/`((?:[\w.-]+\/)+[\w.-]*)`/g)]
      .map(([, path]) => path ?? '')
      .filter((path) => !path.startsWith('http') && !path.includes('@'))
      .filter((path) =>
        /^(packages|examples|stories|test|bench|scripts|docs|\.ci|\.storybook|\.github)\//.test(path),
      )
    expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([])
  })

  test('CI runs the commands that the README gives', () => {
    const commands = [...read('README.md').matchAll(/^(npx -y pnpm@12 \w+)/gm)].map(
      ([, command]) => command ?? '',
    )
    expect(commands).toEqual(['npx -y pnpm@12 demo', 'npx -y pnpm@12 test'])
    expect(read('.ci/run')).toContain('npx -y pnpm@12 test')
    expect(read('scripts/check-demo.ts')).toContain(`['-y', 'pnpm@12', 'demo']`)
  })
})

describe('the check of import direction', () => {
  const a = 'packages/avatar-server/src/engine/a.ts'
  const b = 'packages/avatar-server/src/rate/b.ts'
  const files = new Set([a, b])

  test('holds for the packages as they are', () => {
    const known = sourceFiles(root)
    const edges = known.flatMap((file) => importsOf(root, file))
    expect(edges.length).toBeGreaterThan(100)
    expect(forbiddenImports(edges, new Set(known))).toEqual([])
    expect(cycles(edges, new Set(known))).toEqual([])
  })

  test('refuses an import between two sides that must not know each other', () => {
    expect(forbiddenImports([edge(a, '@greenapi/react-avatar')], files)).toHaveLength(1)
    expect(
      forbiddenImports([edge('packages/simulator/src/x.ts', '@greenapi/avatar-core')], files),
    ).toHaveLength(1)
    expect(forbiddenImports([edge('packages/avatar-core/src/protocol/x.ts', '../index.js')], files)).toEqual(
      [],
    )
    expect(
      forbiddenImports([edge(a, '@greenapi/avatar-core/protocol'), edge(a, '../rate/b.js')], files),
    ).toEqual([])
  })

  test('sees a cycle between files, and one between folders', () => {
    const c = 'packages/avatar-server/src/engine/c.ts'
    expect(cycles([edge(a, './c.js'), edge(c, './a.js')], new Set([a, c]))).toHaveLength(1)
    expect(cycles([edge(a, '../rate/b.js'), edge(b, '../engine/c.js')], new Set([a, b, c]))).toHaveLength(1)
    expect(cycles([edge(a, '../rate/b.js')], files)).toEqual([])
  })
})
