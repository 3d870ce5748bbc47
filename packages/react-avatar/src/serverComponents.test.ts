// @vitest-environment node
import { build } from 'esbuild'
import type { Plugin } from 'esbuild'
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))

/** What a bundler for React Server Components does with a client file: its exports are references, its code stays away. */
const clientReferences: Plugin = {
  name: 'client-references',
  setup(builder) {
    builder.onLoad({ filter: /react-avatar\/src\/.*\.tsx?$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      if (!text.startsWith("'use client'")) return undefined
      const names = [...text.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name)
      return {
        contents: names
          .map((name) => `export const ${name} = { $$typeof: Symbol.for('react.client.reference') }\n`)
          .join(''),
      }
    })
  },
}

/** Runs `code` in Node with the React of server components, which has neither state nor effects nor contexts. */
async function runOnServer(code: string): Promise<unknown> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: here, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    jsx: 'automatic',
    conditions: ['@greenapi/source', 'react-server'],
    external: ['react', 'react-dom', 'react/jsx-runtime', '@tanstack/react-query'],
    plugins: [clientReferences],
  })
  const output = execFileSync(process.execPath, ['--conditions=react-server', '--input-type=module'], {
    cwd: here,
    input: outputFiles[0]?.text ?? '',
    encoding: 'utf8',
    stdio: 'pipe',
  })
  return JSON.parse(output)
}

test('default: a server component may import everything', async () => {
  const seen = await runOnServer(`
    import * as entry from './index.js'
    console.log(JSON.stringify(Object.entries(entry).map(([name, value]) => [name, typeof value])))
  `)
  expect(Object.fromEntries(Array.isArray(seen) ? seen : [])).toMatchObject({
    AvatarProvider: 'object',
    WhatsAppAvatar: 'object',
    useAvatar: 'object',
    avatarQueryOptions: 'function',
    createAvatarClient: 'function',
    enLabels: 'object',
  })
})

test('labels, sizes and query options are there to be used', async () => {
  const seen = await runOnServer(`
    import { AVATAR_SIZES, avatarQueryOptions, createAvatarClient, ruLabels } from './index.js'
    const { queryKey } = avatarQueryOptions(createAvatarClient(), '+55 21 99999-0000')
    console.log(JSON.stringify({ queryKey, large: AVATAR_SIZES.lg, locale: ruLabels.locale }))
  `)
  expect(seen).toEqual({
    queryKey: ['whatsapp-avatar', 'default', '5521999990000@c.us'],
    large: 48,
    locale: 'ru',
  })
})

test('the check sees a file that has lost its mark', async () => {
  const broken = runOnServer(`import { createContext } from 'react'; console.log(createContext(0))`)
  await expect(broken).rejects.toThrow('createContext')
})
