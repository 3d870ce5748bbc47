import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { afterAll, describe, expect, it } from 'vitest'
import { SettingsError } from './SettingsError.js'
import type { Environment } from './readValues.js'
import { resolveSettings } from './resolveSettings.js'

const TOKEN = 'd75b3a66374942c5b3c019c698abc2067e151558acbd412345'
const BEARER = 'b'.repeat(40)
const GOOD: Environment = {
  GREEN_API_ID_INSTANCE: '1101000001',
  GREEN_API_TOKEN: TOKEN,
  AVATAR_BEARER_TOKENS: BEARER,
}

const folder = mkdtempSync(join(tmpdir(), 'avatar-gateway-'))
afterAll(() => rmSync(folder, { recursive: true }))
const fileWith = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

function problemsOf(env: Environment, args: readonly string[] = []): readonly string[] {
  try {
    resolveSettings(env, args)
  } catch (error) {
    if (error instanceof SettingsError) return error.problems
    throw error
  }
  return []
}

describe('resolveSettings', () => {
  it('default: needs the credentials and an access setting, nothing more', () => {
    expect(resolveSettings(GOOD, [])).toMatchObject({
      idInstance: '1101000001',
      host: '127.0.0.1',
      port: 8080,
      basePath: '/api/avatars',
      pictures: 'proxy',
      trustProxy: 0,
      allowPrivateAddresses: false,
      logLevel: 'info',
      warnings: [],
    })
  })

  it('names everything that is missing, and which access settings there are', () => {
    const problems = problemsOf({})
    expect(problems).toHaveLength(3)
    expect(problems[0]).toMatch(/^GREEN_API_ID_INSTANCE .*is missing/)
    expect(problems[1]).toMatch(/^GREEN_API_TOKEN .*is missing/)
    for (const name of ['AVATAR_BEARER_TOKENS', 'AVATAR_JWT_SECRET', 'AVATAR_JWKS_URL', 'AVATAR_PUBLIC']) {
      expect(problems[2]).toContain(name)
    }
  })

  it.each<[string, Environment]>([
    ['GREEN_API_ID_INSTANCE', { GREEN_API_ID_INSTANCE: 'bad-value' }],
    ['GREEN_API_ID_INSTANCE', { GREEN_API_ID_INSTANCE: '7835000001' }],
    ['GREEN_API_TOKEN', { GREEN_API_TOKEN: 'bad/value' }],
    ['GREEN_API_URL', { GREEN_API_URL: 'bad-value' }],
    ['GREEN_API_URL', { GREEN_API_URL: 'http://bad-value.example.com' }],
    ['GREEN_API_URL', { GREEN_API_URL: 'https://bad-value.example.com/?a=1' }],
    ['AVATAR_PUBLIC', { AVATAR_PUBLIC: 'bad-value', AVATAR_BEARER_TOKENS: '' }],
    ['AVATAR_PUBLIC', { AVATAR_PUBLIC: '1' }],
    ['AVATAR_BEARER_TOKENS', { AVATAR_BEARER_TOKENS: 'bad-value' }],
    ['AVATAR_BEARER_TOKENS', { AVATAR_BEARER_TOKENS: `${BEARER},bad-value` }],
    ['AVATAR_BEARER_TOKENS', { AVATAR_BEARER_TOKENS: ',' }],
    ['AVATAR_JWT_SECRET', { AVATAR_JWT_SECRET: 'bad-value' }],
    ['AVATAR_JWKS_URL', { AVATAR_JWKS_URL: 'bad-value' }],
    ['AVATAR_JWKS_URL', { AVATAR_JWKS_URL: 'http://bad-value.example.com/keys' }],
    ['AVATAR_JWKS_URL', { AVATAR_JWKS_URL: 'https://bad-value:x@id.example.com/keys' }],
    ['AVATAR_JWKS_URL', { AVATAR_JWKS_URL: 'https://a.example.com', AVATAR_JWT_SECRET: BEARER }],
    ['AVATAR_JWT_AUDIENCE', { AVATAR_JWT_AUDIENCE: 'bad-value' }],
    ['AVATAR_JWT_ISSUER', { AVATAR_JWT_ISSUER: 'bad-value' }],
    ['AVATAR_PORT', { AVATAR_PORT: 'tcp://bad-value:80' }],
    ['AVATAR_PORT', { AVATAR_PORT: '65536' }],
    ['AVATAR_BASE_PATH', { AVATAR_BASE_PATH: 'bad-value' }],
    ['AVATAR_BASE_PATH', { AVATAR_BASE_PATH: '//bad-value' }],
    ['AVATAR_BASE_PATH', { AVATAR_BASE_PATH: '/metrics' }],
    ['AVATAR_CORS_ORIGINS', { AVATAR_CORS_ORIGINS: 'https://ok.example.com,bad-value' }],
    ['AVATAR_CORS_ORIGINS', { AVATAR_CORS_ORIGINS: '*' }],
    ['AVATAR_TRUST_PROXY', { AVATAR_TRUST_PROXY: 'bad-value' }],
    ['AVATAR_PICTURES', { AVATAR_PICTURES: 'bad-value' }],
    ['AVATAR_PICTURE_HOSTS', { AVATAR_PICTURE_HOSTS: 'https://bad-value/' }],
    ['AVATAR_SECRET', { AVATAR_SECRET: 'bad-value' }],
    ['AVATAR_RATE_PER_SECOND', { AVATAR_RATE_PER_SECOND: '0' }],
    ['AVATAR_UPSTREAM_TIMEOUT_MS', { AVATAR_UPSTREAM_TIMEOUT_MS: '1.5' }],
    ['AVATAR_LOG_LEVEL', { AVATAR_LOG_LEVEL: 'bad-value' }],
    ['AVATAR_ALLOW_PRIVATE_ADDRESSES', { AVATAR_ALLOW_PRIVATE_ADDRESSES: 'bad-value' }],
    ['GREEN_API_TOKEN_FILE', { GREEN_API_TOKEN: '', GREEN_API_TOKEN_FILE: '/bad-value' }],
    ['GREEN_API_TOKEN_FILE', { GREEN_API_TOKEN_FILE: '/bad-value' }],
  ])('refuses a bad %s by name and never by value (%o)', (name, env) => {
    const problems = problemsOf({ ...GOOD, ...env })
    expect(problems.some((problem) => problem.includes(name))).toBe(true)
    expect(problems.join()).not.toContain('bad-value')
    expect(problems.join()).not.toContain(TOKEN)
    expect(problems.join()).not.toContain(BEARER)
  })

  it('says each problem once, and all of them together', () => {
    const problems = problemsOf({
      ...GOOD,
      AVATAR_PORT: 'x',
      AVATAR_ALLOW_PRIVATE_ADDRESSES: 'x',
      AVATAR_JWKS_URL: 'http://id.example.com',
      AVATAR_PICTURES: 'x',
    })
    expect(problems).toHaveLength(3)
    expect(new SettingsError(problems).message).toContain('3 things have to be put right')
  })

  it('explains that a WABA instance has no avatars', () => {
    expect(problemsOf({ ...GOOD, GREEN_API_ID_INSTANCE: '7835000001' })[0]).toContain('WABA')
  })

  it('lets flags win over variables, and counts empty variables as not set', () => {
    const settings = resolveSettings({ ...GOOD, AVATAR_PORT: '1', AVATAR_HOST: ' ' }, ['--port', '2'])
    expect(settings).toMatchObject({ port: 2, host: '127.0.0.1' })
  })

  it('reads secrets from files named by variable or flag', () => {
    const { GREEN_API_TOKEN: _, AVATAR_BEARER_TOKENS: __, ...rest } = GOOD
    const token = fileWith('token', `${TOKEN}\n`)
    const bearers = fileWith('bearers', `${BEARER}\n${'c'.repeat(40)}\n`)
    const { apiToken, access } = resolveSettings({ ...rest, GREEN_API_TOKEN_FILE: token }, [
      '--bearer-tokens-file',
      bearers,
    ])
    expect(apiToken()).toBe(TOKEN)
    expect(access.kind === 'tokens' && access.bearerTokens.map((read) => read())).toEqual([
      BEARER,
      'c'.repeat(40),
    ])
  })

  it('refuses an empty secret file', () => {
    const { GREEN_API_TOKEN: _, ...rest } = GOOD
    expect(problemsOf(rest, ['--green-api-token-file', fileWith('empty', '\n')])[0]).toBe(
      '--green-api-token-file names an empty file.',
    )
  })

  it('takes a base path with or without a slash at its end, and the root', () => {
    expect(resolveSettings({ ...GOOD, AVATAR_BASE_PATH: '/a/b/' }, []).basePath).toBe('/a/b')
    expect(resolveSettings({ ...GOOD, AVATAR_BASE_PATH: '/' }, []).basePath).toBe('')
  })

  it("warns of what is allowed but risky, and of names that are nobody's", () => {
    const warnings = (env: Environment): string => resolveSettings({ ...GOOD, ...env }, []).warnings.join()
    expect(warnings({ AVATAR_ALLOW_PRIVATE_ADDRESSES: '1' })).toContain('TURN IT OFF IN PRODUCTION')
    expect(warnings({ AVATAR_PUBLIC: '1', AVATAR_BEARER_TOKENS: '' })).toContain('AVATAR_PUBLIC is on')
    expect(warnings({ AVATAR_JWKS_URL: 'https://id.example.com/keys' })).toContain(
      'AVATAR_JWT_AUDIENCE is not set',
    )
    expect(warnings({ AVATAR_CORS_ORIGIN: 'x' })).toContain('AVATAR_CORS_ORIGIN is not a setting')
    const slip = { AVATAR_BEARER_TOKENS: '', AVATAR_BEARER_TOKEN: BEARER }
    expect(() => warnings(slip)).toThrow(/No access setting[^]*Also:[^]*AVATAR_BEARER_TOKEN is not a setting/)
    expect(warnings({ AVATAR_SERVICE_HOST: 'x', AVATAR_PORT_80_TCP: 'x' })).toBe('')
  })

  it('shows no secret when it is dumped', () => {
    const settings = resolveSettings(
      { ...GOOD, AVATAR_SECRET: 's'.repeat(32), AVATAR_JWT_SECRET: 'j'.repeat(32) },
      [],
    )
    const dump = `${inspect(settings, { depth: null, showHidden: true, getters: true })}${JSON.stringify(settings)}`
    for (const secret of [TOKEN, BEARER, 's'.repeat(32), 'j'.repeat(32)]) expect(dump).not.toContain(secret)
  })
})
