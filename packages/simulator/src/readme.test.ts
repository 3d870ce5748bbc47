import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { helpText } from './cli/help.js'
import { createSimulator } from './createSimulator.js'
import { FAULTS } from './faults/kinds.js'
import { resolveSimulatorOptions } from './options.js'
import { PICTURES } from './pictures/pictures.js'

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')
const where = { api: 'any API method', getAvatar: 'getAvatar', picture: 'picture CDN' }

test('the README lists every fault with what it does', () => {
  for (const [kind, { on, what }] of Object.entries(FAULTS)) {
    expect(readme).toContain(`| \`${kind}\` | ${where[on]} | ${what} |`)
  }
  expect(readme).toContain(`- ${Object.keys(FAULTS).length} kinds of faults`)
})

test('the README lists every option, flag and member', () => {
  const { pictureOrigin: _origin, ...options } = resolveSimulatorOptions({})
  for (const option of [...Object.keys(options), 'pictureBaseUrl'])
    expect(readme).toContain(`| \`${option}\` |`)
  for (const [, flag] of helpText().matchAll(/^ {2}(--\w+)/gm)) expect(readme).toContain(`| \`${flag}`)
  for (const member of Object.keys(createSimulator({ contacts: 0, groups: 0 })))
    expect(readme).toContain(`\`${member}`)
})

test('the README counts the pictures and shows the default token', () => {
  expect(readme).toContain(`- ${PICTURES.length} pictures`)
  expect(readme).toContain(`GREEN_API_TOKEN=${resolveSimulatorOptions({}).apiToken}`)
})
