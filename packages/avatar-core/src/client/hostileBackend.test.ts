import { describe, expect, test } from 'vitest'
import { AvatarError } from '../protocol/AvatarError.js'
import { foundLine, line, person, startBackend } from './backend.kit.js'
import type { Answerer } from './backend.kit.js'
import { createAvatarClient } from './createAvatarClient.js'

const IDS = [1, 2, 3].map(person)
const [ANA = '', BOB = '', EVE = ''] = IDS

/** The status of each answer, or the code of its failure, when a backend answers so. */
async function outcomesOf(answerTo: Answerer, timeoutMs?: number): Promise<string[]> {
  const backend = await startBackend(answerTo)
  const client = createAvatarClient({ backendUrl: backend.url, timeoutMs })
  const results = await Promise.allSettled(IDS.map((id) => client.getAvatar(id)))
  return results.map((result) => {
    if (result.status === 'fulfilled') return result.value.status
    expect(result.reason).toBeInstanceOf(AvatarError)
    expect(result.reason.cause).toBeUndefined()
    return String(result.reason.code)
  })
}

describe('chunks', () => {
  const answers = [
    line({ chatId: ANA, status: 'found', url: 'picture/жук-🐞', freshForMs: 5 }),
    foundLine(BOB).replace('\n', '\r\n'),
    `\r\n\n${foundLine(EVE)}`,
  ].join('')

  test('one byte at a time: inside a character, between CR and LF', async () => {
    const backend = await startBackend(async (_, response) => {
      for (const byte of Buffer.from(answers)) {
        response.write(Buffer.of(byte))
        await new Promise(setImmediate)
      }
      response.end()
    })
    const client = createAvatarClient({ backendUrl: backend.url })
    const [ana, ...others] = await Promise.all(IDS.map((id) => client.getAvatar(id)))
    expect(ana).toMatchObject({ url: 'picture/жук-🐞' })
    expect(others.map(({ status }) => status)).toEqual(['found', 'found'])
  })

  test('the whole stream at once, as a proxy buffers it', async () => {
    expect(await outcomesOf((_, response) => void response.end(answers))).toEqual(['found', 'found', 'found'])
  })

  test('the last line needs no line break', async () => {
    expect(await outcomesOf((_, response) => void response.end(answers.trimEnd()))).toEqual([
      'found',
      'found',
      'found',
    ])
  })
})

describe('a connection that dies', () => {
  test('after some lines fails the others as network', async () => {
    const outcomes = outcomesOf((_, response) => {
      response.write(foundLine(ANA), () => setImmediate(() => response.destroy()))
    })
    expect(await outcomes).toEqual(['found', 'network', 'network'])
  })

  test('and looks like a clean end fails the others as missing_result, also inside a line', async () => {
    for (const rest of ['', '{"chatId":"55', '{']) {
      const outcomes = outcomesOf((_, response) => void response.end(foundLine(ANA) + rest))
      expect(await outcomes).toEqual(['found', 'missing_result', 'missing_result'])
    }
  })

  test('before it begins fails all as network', async () => {
    expect(await outcomesOf((_, response) => void response.destroy())).toEqual([
      'network',
      'network',
      'network',
    ])
  })
})

describe('a backend that answers', () => {
  test('twice counts once', async () => {
    const outcomes = outcomesOf((_, response) => {
      const second = line({ chatId: ANA, status: 'hidden', freshForMs: 1 })
      response.end(foundLine(ANA) + second + foundLine(BOB) + second + foundLine(EVE))
    })
    expect(await outcomes).toEqual(['found', 'found', 'found'])
  })

  test('never for a chat fails it as missing_result', async () => {
    const outcomes = outcomesOf((_, response) => void response.end(foundLine(ANA) + foundLine(EVE)))
    expect(await outcomes).toEqual(['found', 'missing_result', 'found'])
  })

  test('for chats not asked is not listened to', async () => {
    const outcomes = outcomesOf(
      (_, response) => void response.end([person(9), ANA, BOB, EVE].map(foundLine).join('')),
    )
    expect(await outcomes).toEqual(['found', 'found', 'found'])
  })

  test('HTML with 200 fails as bad_response', async () => {
    for (const html of [
      '<!doctype html>\n<title>Log in</title>\n',
      '  <html></html>',
      'Forbidden',
      '[1]',
      '"no"',
      '{"message":"x"}',
    ]) {
      expect(await outcomesOf((_, response) => void response.end(html))).toEqual([
        'bad_response',
        'bad_response',
        'bad_response',
      ])
    }
  })

  test('with something else in the middle fails what comes after it', async () => {
    const outcomes = outcomesOf((_, response) => void response.end(`${foundLine(ANA)}<b>\n${foundLine(BOB)}`))
    expect(await outcomes).toEqual(['found', 'bad_response', 'bad_response'])
  })

  test('statuses, urls and lifetimes that are none fails those chats as bad_response', async () => {
    const outcomes = outcomesOf((_, response) => {
      const bad = [
        { chatId: ANA, status: 'deleted' },
        { chatId: BOB, status: 'found', url: 'javascript:alert(1)', freshForMs: 5 },
        { chatId: EVE, status: 'none', freshForMs: -1 },
      ]
      response.end(bad.map((answer) => JSON.stringify(answer)).join('\n'))
    })
    expect(await outcomes).toEqual(['bad_response', 'bad_response', 'bad_response'])
  })

  test('with a line that does not end fails as bad_response', async () => {
    const outcomes = outcomesOf((_, response) => {
      const filler = 'x'.repeat(65_536)
      const pour = (): void => {
        while (!response.destroyed && response.write(filler));
      }
      response.on('drain', pour)
      pour()
    })
    expect(await outcomes).toEqual(['bad_response', 'bad_response', 'bad_response'])
  })

  test.each([
    [undefined, 'bad_response'],
    [null, 'bad_response'],
    ['', 'bad_response'],
    [0, 'bad_response'],
    [7, 'missing_result'],
    [['5521900000001@c.us'], 'missing_result'],
  ])('a picture for the chat %j shows it as nobody’s: the others fail as %s', async (chatId, code) => {
    const answer = { chatId, status: 'found', url: 'picture/of-somebody', freshForMs: 5 }
    const outcomes = outcomesOf((_, response) => void response.end(`${JSON.stringify(answer)}\n`))
    expect(await outcomes).toEqual([code, code, code])
  })

  test('under a byte order mark is read', async () => {
    const outcomes = outcomesOf((_, response) => void response.end(`\ufeff${IDS.map(foundLine).join('')}`))
    expect(await outcomes).toEqual(['found', 'found', 'found'])
  })

  test('with names that every object has fails as bad_response', async () => {
    const outcomes = outcomesOf((_, response) => {
      response.write('{"chatId":"__proto__","status":"none","freshForMs":5}\n')
      for (const [index, code] of ['__proto__', 'constructor', 'toString'].entries()) {
        response.write(`{"chatId":"${IDS[index]}","status":"error","code":"${code}"}\n`)
      }
      response.end()
    })
    expect(await outcomes).toEqual(['bad_response', 'bad_response', 'bad_response'])
  })

  test('nothing fails as timeout, with and without headers', async () => {
    expect(await outcomesOf(() => {}, 50)).toEqual(['timeout', 'timeout', 'timeout'])
    expect(await outcomesOf((_, response) => response.flushHeaders(), 50)).toEqual([
      'timeout',
      'timeout',
      'timeout',
    ])
  })

  test('lines for other chats for ever fails as timeout', async () => {
    const outcomes = outcomesOf((_, response) => {
      const timer = setInterval(() => response.write(foundLine(person(9))), 5)
      response.on('close', () => clearInterval(timer))
    }, 100)
    expect(await outcomes).toEqual(['timeout', 'timeout', 'timeout'])
  })
})

describe('a refused request', () => {
  test('means what its code says, with the time until the next try', async () => {
    const backend = await startBackend((_, response) => {
      response.writeHead(503, { 'content-type': 'application/problem+json' })
      response.end(
        JSON.stringify({
          status: 503,
          code: 'quota_exceeded',
          retryAfterMs: 5000,
          detail: 'https://x/TOKEN',
        }),
      )
    })
    const failure = await createAvatarClient({ backendUrl: backend.url })
      .getAvatar(ANA)
      .catch((error: unknown) => error)
    expect(failure).toMatchObject({ code: 'quota_exceeded', retryAfterMs: 5000, retryable: false })
    expect(String(failure)).not.toContain('TOKEN')
  })

  test('is a failure, whatever answer it may hold', async () => {
    const body = '{"status":"found","url":"picture/of-somebody","freshForMs":5}'
    const outcomes = outcomesOf((_, response) => void response.writeHead(500).end(body))
    expect(await outcomes).toEqual(['internal', 'internal', 'internal'])
  })

  test.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'bad_response'],
    [413, 'payload_too_large'],
    [429, 'rate_limited'],
    [500, 'internal'],
    [502, 'upstream_failed'],
    [503, 'overloaded'],
    [504, 'upstream_timeout'],
  ])('without a code means what its status says: %i is %s', async (status, code) => {
    for (const body of ['', '<h1>nginx</h1>\n<hr>', '{"code":"mystery"}', 'null']) {
      const outcomes = await outcomesOf((_, response) => void response.writeHead(status).end(body))
      expect(outcomes).toEqual([code, code, code])
    }
  })
})
