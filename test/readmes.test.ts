import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/*
 * Every snippet of a README that begins with its imports compiles as it is printed. What a reader brings along (a session, a
 * list of chats) is declared in `readmes.d.ts`.
 */

const root = process.cwd()
// Where every framework is installed.
const folder = join(root, 'packages/avatar-server/node_modules/.readmes')
const documents = ['README.md', ...readdirSync('packages').map((name) => `packages/${name}/README.md`)]

/** Snippets by the file they are compiled as, which says where they stand. */
function snippets(): Map<string, string> {
  const found = new Map<string, string>()
  for (const document of documents) {
    const text = readFileSync(join(root, document), 'utf8')
    for (const { 1: language = '', 2: code = '', index } of text.matchAll(/^```(tsx?)\n(.*?)^```/gms)) {
      const line = text.slice(0, index).split('\n').length + 1
      const name = `${document.replaceAll('/', '-').replace('.md', '')}-${line}.${language}`
      if (code.startsWith('import')) found.set(name, code)
    }
  }
  return found
}

test('snippets of the READMEs compile', () => {
  const found = snippets()
  expect(found.size).toBeGreaterThan(12)
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const [name, code] of found) writeFileSync(join(folder, name), code)
  const config = {
    extends: join(root, 'tsconfig.base.json'),
    compilerOptions: {
      noEmit: true,
      // A snippet shows what it makes, and leaves the use to the reader.
      noUnusedLocals: false,
      noPropertyAccessFromIndexSignature: false,
      lib: ['ES2023', 'DOM', 'DOM.Iterable', 'DOM.AsyncIterable'],
      types: ['node'],
      typeRoots: [join(root, 'node_modules/@types')],
      paths: { '@greenapi/avatar-gateway': [join(root, 'packages/avatar-gateway/src/index.ts')] },
    },
    files: [...found.keys(), join(root, 'test/readmes.d.ts'), join(root, 'test/kit/css.d.ts')],
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  let problems = ''
  try {
    execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder], {
      encoding: 'utf8',
      stdio: 'pipe',
    })
  } catch (error) {
    problems = error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
  }
  expect(problems).toBe('')
})
