import { readFile } from 'node:fs/promises'
import { AVATAR_ERROR_CODES } from '@greenapi/avatar-core/protocol'
import type { FaultKind } from '@greenapi/simulator'
import { Validator } from '@seriousme/openapi-schema-validator'
import Ajv2020 from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { urlOf } from '../test/guards.js'
import { createServed } from '../test/nodeServer.js'
import type { AvatarHandler, AvatarHandlerOptions } from './index.js'

interface Document {
  readonly paths: Record<
    string,
    Record<
      string,
      {
        readonly responses: Record<
          string,
          { readonly $ref?: string; readonly headers?: Record<string, unknown> }
        >
      }
    >
  >
  readonly components: { readonly schemas: Record<string, { readonly enum?: readonly string[] }> }
}

const URL_BASE = 'http://app.example/api/avatars'
const text = await readFile(new URL('../openapi.yaml', import.meta.url), 'utf8')
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the first test checks the document
const document = parse(text) as Document

const ajv = new Ajv2020({ strict: false, allErrors: true })
ajv.addSchema({ $id: 'openapi', components: document.components })
const check = (schema: string, value: unknown): void => {
  const validate = ajv.getSchema(`openapi#/components/schemas/${schema}`)
  const isValid = validate?.(value) === true
  if (!isValid) throw new Error(`${schema}: ${ajv.errorsText(validate?.errors)} ${JSON.stringify(value)}`)
}

/** Checks an answer against what the document says of its path, method and status. */
async function checkResponse(path: string, method: string, response: Response): Promise<string> {
  const responses = document.paths[path]?.[method]?.responses
  const described = responses?.[String(response.status)] ?? responses?.['default']
  if (described === undefined) throw new Error(`${method} ${path} ${response.status} is not described`)
  const type = response.headers.get('content-type') ?? ''
  const body = await response.clone().text()
  const required = Object.keys(described.headers ?? {}).filter((name) => name !== 'Cache-Status')
  expect(required.filter((name) => !response.headers.has(name))).toEqual([])
  if (method === 'head') {
    if (body !== '') throw new Error('an answer to HEAD has a body')
  } else if (type === 'application/problem+json') check('Problem', JSON.parse(body))
  else if (type === 'application/json') check('Answer', JSON.parse(body))
  else if (type === 'application/x-ndjson') {
    for (const line of body.trim().split('\n')) check('Line', JSON.parse(line))
  } else if (!/^image\/|^$/.test(type)) throw new Error(`${type} is not described`)
  return body
}

const post = (handler: AvatarHandler, body: unknown, headers = {}): Promise<Response> =>
  handler(
    new Request(URL_BASE, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  )

describe('openapi.yaml', () => {
  it('is a valid OpenAPI 3.1 document', async () => {
    const validator = new Validator()
    const result = await validator.validate(parse(text))
    expect(result.errors).toBeUndefined()
    expect(result.valid).toBe(true)
    expect(validator.version).toBe('3.1')
  })

  it('names exactly the codes there are', () => {
    expect([...(document.components.schemas['Code']?.enum ?? [])].sort()).toEqual(
      [...AVATAR_ERROR_CODES].sort(),
    )
  })

  describe('describes what the handler answers', () => {
    let served: ReturnType<typeof createServed>
    beforeAll(() => {
      served = createServed({}, { responseStyle: 'base64' })
    })

    it('to look-ups of every outcome', async () => {
      const { handler, simulator } = served
      const chatIds = [
        ...simulator.contacts.slice(0, 60).map(({ chatId }) => chatId),
        'null@c.us',
        '1@newsletter',
      ]
      const body = await checkResponse('/', 'post', await post(handler, { chatIds }))
      for (const status of ['found', 'none', 'hidden', 'error'])
        expect(body).toContain(`"status":"${status}"`)
      for (const chatId of chatIds) {
        const url = `${URL_BASE}?chatId=${encodeURIComponent(chatId)}`
        await checkResponse('/', 'get', await handler(new Request(url)))
      }
    })

    it('to those it has to leave pending', async () => {
      const { handler, simulator } = served
      simulator.setFaults([{ kind: 'hang' }])
      const body = await checkResponse(
        '/',
        'post',
        await post(handler, { chatIds: ['5521900000001'], waitMs: 1 }),
      )
      expect(body).toContain('"status":"pending"')
      simulator.setFaults([])
    })

    it('to pictures', async () => {
      const { handler, simulator } = served
      const found = simulator.contacts.find(({ outcome }) => outcome === 'found')?.chatId ?? ''
      const answer: unknown = await (await handler(new Request(`${URL_BASE}?chatId=${found}`))).json()
      const url = urlOf(answer)
      const picture = await handler(new Request(`${URL_BASE}/${url}`))
      await checkResponse('/picture/{sealed}', 'get', picture)
      const etag = picture.headers.get('etag') ?? ''
      const again = await handler(new Request(`${URL_BASE}/${url}`, { headers: { 'if-none-match': etag } }))
      expect(again.status).toBe(304)
      await checkResponse('/picture/{sealed}', 'get', again)
      await checkResponse('/picture/{sealed}', 'get', await handler(new Request(`${URL_BASE}/picture/AAAA`)))
    })

    it('to HEAD and OPTIONS, and to methods it does not serve', async () => {
      const { handler } = served
      const send = (method: string, target: string, headers = {}) =>
        handler(new Request(`${URL_BASE}${target}`, { method, headers }))
      for (const [path, target] of [
        ['/', '?chatId=5521900000007'],
        ['/', '?chatId=null@c.us'],
        ['/picture/{sealed}', '/picture/AAAA'],
      ] as const) {
        await checkResponse(path, 'head', await send('HEAD', target))
        const options = await send('OPTIONS', target)
        await checkResponse(path, 'options', options)
        expect(options.headers.get('allow')).toContain('GET, HEAD')
        const refused = await send('DELETE', target)
        expect([refused.status, refused.headers.get('allow')]).toEqual([405, options.headers.get('allow')])
        check('Problem', await refused.json())
      }
    })

    it.each<[body: unknown, headers: Record<string, string>, status: number]>([
      ['{', {}, 400],
      [{ chatIds: [] }, {}, 400],
      [{ chatIds: Array.from({ length: 101 }, (_, n) => String(n)) }, {}, 413],
      [{ chatIds: ['1'], waitMs: -1 }, {}, 400],
      ['x'.repeat(17_000), {}, 413],
      [{ chatIds: ['1'] }, { 'content-type': 'text/plain' }, 415],
      [{ chatIds: ['1'] }, { 'sec-fetch-site': 'cross-site' }, 403],
    ])('to a refused request %#', async (body, headers, status) => {
      const response = await post(served.handler, body, headers)
      expect(response.status).toBe(status)
      await checkResponse('/', 'post', response)
    })

    it.each<[kind: FaultKind, status: number]>([
      ['hang', 504],
      ['bad_gateway', 502],
      ['html_page', 502],
      ['unauthorized', 502],
      ['quota_invoke', 429],
      ['instance_starting', 503],
      ['bad_request', 400],
    ])('to one look-up when the upstream does %s', async (kind, status) => {
      const { handler } = createServed({ upstream: { timeoutMs: 50 } }, { faults: [{ kind }] })
      const response = await handler(new Request(`${URL_BASE}?chatId=5521900000001`))
      expect(response.status).toBe(status)
      await checkResponse('/', 'get', response)
      handler.close()
    })

    it.each<[options: Partial<AvatarHandlerOptions>, status: number]>([
      [{ authorize: () => false }, 403],
      [{ authorize: () => Promise.reject(new Error('down')) }, 500],
    ])('to whom authorize turns away %#', async (options, status) => {
      const { handler } = createServed(options)
      const response = await post(handler, { chatIds: ['5521900000001'] })
      expect(response.status).toBe(status)
      await checkResponse('/', 'post', response)
      handler.close()
    })
  })
})
