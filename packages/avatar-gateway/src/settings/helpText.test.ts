import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { helpText } from './helpText.js'
import { SETTINGS, flagOf } from './settings.js'

it('teaches every setting by both its names', () => {
  const help = helpText()
  for (const setting of SETTINGS) {
    expect(help).toContain(`  ${setting.env}`)
    expect(help).toMatch(new RegExp(`, --${flagOf(setting)}( |$)`, 'm'))
  }
})

it('fits a terminal of 110 columns', () => {
  expect(
    helpText()
      .split('\n')
      .filter((line) => line.length > 110),
  ).toEqual([])
})

it('lists the same settings as the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| `(--[a-z-]+)` \|/gm)].map(([, env, flag]) => [
    env,
    flag,
  ])
  expect(rows).toEqual(SETTINGS.map((setting) => [setting.env, `--${flagOf(setting)}`]))
})
