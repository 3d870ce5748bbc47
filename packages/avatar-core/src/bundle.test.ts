import { build } from 'esbuild'
import { readFile } from 'node:fs/promises'
import { runInNewContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

/** What a bundler makes of an import, for browsers. */
async function bundle(
  code: string,
  nodeEnv: string | undefined,
  format: 'esm' | 'iife' = 'esm',
): Promise<string> {
  const result = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    format,
    globalName: 'lib',
    target: 'es2022',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': nodeEnv ? JSON.stringify(nodeEnv) : 'process.env.NODE_ENV' },
  })
  return result.outputFiles[0]?.text ?? ''
}

const CLIENT = `export { createAvatarClient, AvatarError } from './index.ts'`

test('the texts of errors are in development bundles only', async () => {
  expect(await bundle(CLIENT, 'development')).toContain('Sign in again')
  expect(await bundle(CLIENT, 'production')).not.toContain('Sign in again')
})

test('a production bundle explains errors where it asks for that', async () => {
  expect(await bundle(`export { explainAvatarError } from './index.ts'`, 'production')).toContain(
    'Sign in again',
  )
})

test('query options bring neither the client nor the chat ids nor the codec along', async () => {
  const code = await bundle(`export * from './query/index.ts'`, 'production')
  expect(code).not.toMatch(/whatsapp\\?\.net|AbortController|freshForMs:|upstream_failed/)
})

test('without a bundler and without `process` an error says its code', async () => {
  const code = await bundle(CLIENT, undefined, 'iife')
  expect(code).toContain('process.env.NODE_ENV')
  expect(runInNewContext(`${code}; new lib.AvatarError('network').message`)).toBe('network')
})

test('the package needs nothing at run time', async () => {
  const { default: manifest } = await import('../package.json', { with: { type: 'json' } })
  expect(manifest).not.toHaveProperty('dependencies')
  const entries = ['index', 'protocol/index', 'query/index', 'greenapi/index']
  const code = await bundle(entries.map((entry) => `export * from './${entry}.ts'`).join(';'), 'production')
  expect(code).not.toMatch(/\bimport\b|\brequire\b/)
})

test('the sizes in the README are true, to the 50 bytes that rounding takes', async () => {
  const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
  const bytesOf = async (code: string): Promise<number> =>
    gzipSync(await bundle(code, 'production'), { level: 9 }).byteLength
  const promised = (entry: string): number => {
    const [, kilobytes] = new RegExp(`\\| \`${entry}\` \\|[^|]*\\| ([\\d.]+) kB`).exec(readme) ?? []
    return Number(kilobytes) * 1000
  }
  const client = `export { createAvatarClient } from './index.ts'`
  const clientBytes = await bytesOf(client)
  const decode = `${client}; export { decodeGreenApiAvatar } from './greenapi/index.ts'`
  expect(clientBytes).toBeLessThan(promised('@greenapi/avatar-core') + 50)
  expect(await bytesOf(`export { avatarQueryOptions } from './query/index.ts'`)).toBeLessThan(
    promised('@greenapi/avatar-core/query') + 50,
  )
  expect((await bytesOf(decode)) - clientBytes).toBeLessThan(promised('@greenapi/avatar-core/greenapi') + 50)
})

/** What a production bundle finds in a place that has no more than these globals: no window, no document, no process. */
const look = (globals: object, chatId = '5521999990000@c.us'): Promise<string> =>
  bundle(`export { createAvatarClient } from './index.ts'`, 'production', 'iife').then((code) =>
    runInNewContext(
      `${code}; lib.createAvatarClient().getAvatar('${chatId}').then(({ url }) => url, ({ code }) => code)`,
      { setTimeout, clearTimeout, AbortController, Headers, ...globals },
    ),
  )

const LINE = '{"chatId":"5521999990000@c.us","status":"found","url":"picture/a","freshForMs":5}\n'

test('it works in a worker', async () => {
  expect(await look({ TextDecoder, fetch: async () => new Response(LINE) })).toBe('picture/a')
})

test('it works in React Native, which has neither streaming bodies nor TextDecoder', async () => {
  const response = { ok: true, status: 200, text: async () => LINE }
  expect(await look({ fetch: async () => response })).toBe('picture/a')
})

test('errors of a bundle in production carry their code', async () => {
  expect(await look({ fetch: () => Promise.reject(new Error('offline')) })).toBe('network')
  expect(await look({}, 'null@c.us')).toBe('invalid_chat_id')
})
