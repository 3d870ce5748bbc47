import { describe, expect, it } from 'vitest'
import * as fastify from './adapters/fastify.js'
import * as hono from './adapters/hono.js'
import * as next from './adapters/next.js'
import * as node from './adapters/node.js'
import * as main from './index.js'

describe('the entries export', () => {
  it.each([
    ['.', main, ['createAvatarHandler']],
    ['./node', node, ['toNodeHandler']],
    ['./next', next, ['toNextHandlers']],
    ['./hono', hono, ['toHonoHandler']],
    ['./fastify', fastify, ['avatarPlugin']],
  ])('%s: these names and no other', (_entry, module, names) => {
    expect(Object.keys(module)).toEqual(names)
  })
})
