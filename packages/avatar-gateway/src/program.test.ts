import { startSimulator } from '@greenapi/simulator/node'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { startGatedSimulator } from './gatedSimulator.kit.js'
import { BEARER_TOKEN, environmentOf, parseLines } from './gateway.kit.js'
import { startProgram } from './program.kit.js'

const PATIENT = { timeout: 20_000 }
const JSON_BODY = { 'content-type': 'application/json' }

describe('the program', () => {
  it('serves until SIGTERM: one plain line on stdout, JSON lines on stderr, exit code 0', async () => {
    const simulator = await startSimulator({ contacts: 20, groups: 2 })
    await using program = startProgram({ ...environmentOf(simulator), AVATAR_BEARER_TOKENS: BEARER_TOKEN })
    const address = await program.address
    const { chatId } = simulator.simulator.contacts.find(({ outcome }) => outcome === 'found') ?? {
      chatId: '',
    }
    const response = await fetch(address, {
      method: 'POST',
      headers: { ...JSON_BODY, authorization: `Bearer ${BEARER_TOKEN}` },
      body: JSON.stringify({ chatIds: [chatId] }),
    })
    const [line] = parseLines(await response.text())
    expect(line?.['status']).toBe('found')
    const picture = await fetch(`${address}/${String(line?.['url'])}`)
    expect(picture.headers.get('content-type')).toMatch(/^image\//)
    await picture.arrayBuffer()

    program.kill('SIGTERM')
    expect(await program.exited).toBe(0)
    expect(program.stdout()).toBe(`avatar-gateway listening on ${address}\n`)
    const events = parseLines(program.stderr()).map((entry) => entry['event'])
    expect(events).toEqual(['starting', 'setting', 'ready', 'stopping', 'stopped'])
    await simulator.close()
  })

  it('finishes a request in flight after SIGINT, and ends at once at a second signal', async () => {
    await using upstream = await startGatedSimulator()
    await using program = startProgram(upstream.env)
    const address = await program.address
    const ask = fetch(address, {
      method: 'POST',
      headers: JSON_BODY,
      body: JSON.stringify({ chatIds: upstream.chatIds.slice(0, 1) }),
    })
    await upstream.asked
    program.kill('SIGINT')
    await expect.poll(async () => (await fetch(new URL('/readyz', address))).status, PATIENT).toBe(503)
    upstream.open()
    expect(parseLines(await (await ask).text())).toHaveLength(1)
    expect(await program.exited).toBe(0)

    await using hanging = await startGatedSimulator()
    await using second = startProgram(hanging.env)
    const body = JSON.stringify({ chatIds: hanging.chatIds.slice(0, 1) })
    const cut = fetch(await second.address, { method: 'POST', headers: JSON_BODY, body }).then((response) =>
      response.text(),
    )
    const told = cut.catch(() => 'cut off')
    await hanging.asked
    second.kill('SIGTERM')
    await expect.poll(() => second.stderr(), PATIENT).toContain('"event":"stopping"')
    second.kill('SIGTERM')
    expect(await second.exited).toBe(1)
    expect(await told).toBe('cut off')
  })

  it('refuses to start without settings: all of them at once, exit code 2, nothing on stdout', async () => {
    await using program = startProgram({ AVATAR_PORT: 'secret-value' }, ['--green-api-token=secret-value'])
    expect(await program.exited).toBe(2)
    expect(program.stdout()).toBe('')
    for (const name of [
      'GREEN_API_ID_INSTANCE',
      'GREEN_API_TOKEN',
      'AVATAR_PORT',
      'AVATAR_PUBLIC',
      'AVATAR_JWKS_URL',
    ])
      expect(program.stderr()).toContain(name)
    expect(program.stderr()).toContain('visible in ps')
    expect(program.stderr()).not.toContain('secret-value')
  })

  it('names a taken port, exit code 1', async () => {
    const simulator = await startSimulator({ contacts: 1, groups: 0 })
    const { port } = new URL(simulator.url)
    await using program = startProgram({ ...environmentOf(simulator), AVATAR_PUBLIC: '1', AVATAR_PORT: port })
    expect(await program.exited).toBe(1)
    expect(program.stderr()).toContain(`port ${port} is taken`)
    expect(program.stdout()).toBe('')
    await simulator.close()
  })

  it('teaches with --help, and tells its version', async () => {
    await using help = startProgram({}, ['--help'])
    await using version = startProgram({}, ['--version'])
    expect(await help.exited).toBe(0)
    expect(help.stdout()).toContain('GREEN_API_ID_INSTANCE')
    expect(await version.exited).toBe(0)
    const manifest: { version: string } = JSON.parse(
      readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
    )
    expect(version.stdout()).toBe(`${manifest.version}\n`)
  })
})
