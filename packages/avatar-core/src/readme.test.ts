import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import * as greenapi from './greenapi/index.js'
import * as main from './index.js'
import { AVATAR_ERROR_CODES, AvatarError, isAvatarError, parseChatId } from './index.js'
import * as protocol from './protocol/index.js'

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8')

/** The cells of the README's table that begins with this header cell. */
function tableOf(header: string): string[][] {
  const [, table = ''] = readme.split(`\n| ${header} |`)
  const [rows = ''] = table.split('\n\n')
  return rows
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

const codeIn = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)

test('the table of error codes is the table in the code', () => {
  const retryableOf = (code: (typeof AVATAR_ERROR_CODES)[number]): string => {
    if (new AvatarError(code).retryable) return 'yes'
    return new AvatarError(code, { retryAfterMs: 1 }).retryable ? 'when `retryAfterMs` is known' : 'no'
  }
  const inCode = AVATAR_ERROR_CODES.map((code) => [
    `\`${code}\``,
    String(new AvatarError(code).status),
    retryableOf(code),
  ])
  const inReadme = tableOf('code').map((cells) => cells.slice(0, 3))
  expect(new Set(inReadme.map(String))).toEqual(new Set(inCode.map(String)))
})

test('the table of chat ids tells what is read', () => {
  const read = (input: string): string => {
    try {
      return parseChatId(input, { messenger: input.endsWith('0000000') ? 'max' : 'whatsapp' })
    } catch (error) {
      return isAvatarError(error) ? error.code : String(error)
    }
  }
  for (const [inputs, canonical] of tableOf('input')) {
    const [expected] = codeIn(canonical)
    for (const input of codeIn(inputs).filter((code) => /\d{8}|.@/.test(code))) {
      expect(read(input.replace('…', '120363'))).toBe(expected ?? input)
    }
  }
})

/** `expression // what it is` in the code of the README. */
const examples = [...readme.matchAll(/^(\S.*\)\S*) \/\/ (\S.*)$/gm)].map(([, code = '', result = '']) => ({
  code,
  result,
}))

test.each(examples)('$code is $result', ({ code, result }) => {
  const names = { ...main, ...protocol, ...greenapi }
  const evaluate = (expression: string): unknown =>
    // oxlint-disable-next-line typescript/no-implied-eval -- text of our own README
    Reflect.apply(new Function(...Object.keys(names), `return (${expression})`), null, Object.values(names))
  expect(evaluate(code)).toEqual(evaluate(result))
})

test('every function of the entries has an example, and every example was found', () => {
  expect(examples.length).toBeGreaterThanOrEqual(24)
  const functions = Object.entries({ ...main, ...protocol, ...greenapi })
    .filter(([, value]) => typeof value === 'function')
    .map(([name]) => `${name}(`)
  const code = [...readme.matchAll(/^```\w+\n(.*?)^```/gms)].map(([, block]) => block).join('')
  expect(functions.filter((name) => !code.includes(name))).toEqual([])
})
