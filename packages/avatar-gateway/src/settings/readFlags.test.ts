import { describe, expect, it } from 'vitest'
import { readFlags } from './readFlags.js'
import { SETTINGS, flagOf } from './settings.js'

describe('readFlags', () => {
  it('takes values after a space or an equals sign, and switches without one', () => {
    const { values, problems } = readFlags(['--port', '9000', '--host=::1', '--public'])
    expect([...values]).toEqual([
      ['port', '9000'],
      ['host', '::1'],
      ['public', '1'],
    ])
    expect(problems).toEqual([])
  })

  it('takes the last of two', () => {
    expect(readFlags(['--port=1', '--port=2']).values.get('port')).toBe('2')
  })

  it('knows help and version in both lengths', () => {
    expect(readFlags(['-h'])).toMatchObject({ help: true, version: false, problems: [] })
    expect(readFlags(['--version'])).toMatchObject({ help: false, version: true, problems: [] })
  })

  it('finds everything that is wrong at once', () => {
    const { problems } = readFlags(['--prot=1', '--host', '--port', '--public=yes', 'word'])
    expect(problems).toHaveLength(4)
    expect(problems.join()).toContain('--prot is not a flag')
    expect(problems.join()).toContain('--host needs a value')
    expect(problems.join()).toContain('--public takes no value')
    expect(problems.join()).toContain('belongs to no flag')
  })

  it.each(['--green-api-token', '--bearer-tokens', '--jwt-secret', '--secret'])(
    'refuses the secret %s as a flag, says why, and does not repeat it',
    (flag) => {
      for (const args of [[`${flag}=d75b3a66374942c5b3c0`], [flag, 'd75b3a66374942c5b3c0']]) {
        const { problems, values } = readFlags(args)
        expect(values.size).toBe(0)
        expect(problems[0]).toContain('visible in ps')
        expect(problems.join()).not.toContain('d75b3a66374942c5b3c0')
      }
    },
  )

  it('never repeats what may be a value in the wrong place', () => {
    const { problems } = readFlags(['--d75b3a66374942c5b3c0', 'd75b3a66374942c5b3c0', '-d75b'])
    expect(problems.length).toBeGreaterThan(0)
    expect(problems.join()).not.toContain('d75b')
  })

  it('has a flag for every variable, each another one', () => {
    const flags = SETTINGS.map(flagOf)
    expect(new Set(flags).size).toBe(SETTINGS.length)
    for (const [index, setting] of SETTINGS.entries()) {
      expect(flags[index]?.endsWith('-file')).toBe(setting.kind === 'secret')
    }
  })
})
