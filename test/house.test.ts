import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cycles, forbiddenImports, importsOf, sourceFiles } from '../scripts/imports.js'
import type { ImportEdge } from '../scripts/imports.js'

const root = process.cwd()
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const edge = (from: string, to: string): ImportEdge => ({ from, to, line: 1 })

describe('documents', () => {
  const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md']
  const folders = ['packages', 'examples'].flatMap((name) =>
    readdirSync(name).map((child) => `${name}/${child}`),
  )
  const linking = ['README.md', 'CONTRIBUTING.md', ...folders.map((folder) => `${folder}/README.md`)]
  /** Headings as the anchors that links to them use. */
  const headingsOf = (text: string): string[] =>
    [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\d _-]/gu, '')
        .replaceAll(' ', '-'),
    )

  test.each(linking)('%s links to nothing that is gone', (document) => {
    const links = [...read(document).matchAll(/(?:\]\(|src(?:set)?=")([^)"#:]+)(?:#([^)"]*))?[)"]/g)]
    const gone = links.filter(([, path = '', heading]) => {
      const file = join(dirname(document), path)
      if (!existsSync(join(root, file))) return true
      return heading !== undefined && !headingsOf(read(file)).includes(heading)
    })
    expect(gone.map(([link]) => link)).toEqual([])
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

  test('the commands of the README exist, and CI runs the first two', () => {
    const commands = [...read('README.md').matchAll(/npx -y pnpm@12 ([\w:]+)/g)].map(([, name]) => name ?? '')
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'))
    expect(commands.slice(0, 2)).toEqual(['demo', 'test'])
    expect(commands.filter((name) => !(name in scripts))).toEqual([])
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
