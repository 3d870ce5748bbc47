import * as latest from '@tanstack/react-query'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { AvatarClient } from '../client/AvatarClient.js'
import { createAvatarClient } from '../client/createAvatarClient.js'
import type { AvatarClientOptions } from '../client/AvatarClientOptions.js'
import { decodeGreenApiAvatar } from '../greenapi/decodeGreenApiAvatar.js'
import type { Avatar } from '../protocol/Avatar.js'
import type { WireAnswer } from '../protocol/answers.js'
import { AvatarError } from '../protocol/AvatarError.js'
import type { ChatId } from '../protocol/chatId.js'
import type { AvatarErrorCode } from '../protocol/errorCodes.js'
import { avatarQueryKey } from './avatarQueryKey.js'
import { avatarQueryOptions } from './avatarQueryOptions.js'

// Checked by the compiler; hooks are named here, never called.
const unchecked = (code: () => void): void => {
  expect(code).toBeTypeOf('function')
}

declare const client: AvatarClient
const options = () => avatarQueryOptions(client, '5521999990000@c.us')

describe('inferred', () => {
  test('by the hooks and methods of TanStack Query', () => {
    unchecked(() => {
      const { useQueries, useQuery, useSuspenseQuery, usePrefetchQuery } = latest
      const queryClient = new latest.QueryClient()
      expectTypeOf(useQuery(options()).data).toEqualTypeOf<Avatar | undefined>()
      expectTypeOf(useQuery(options()).error).toEqualTypeOf<AvatarError | null>()
      expectTypeOf(useSuspenseQuery(options()).data).toEqualTypeOf<Avatar>()
      expectTypeOf(useQuery({ ...options(), select: ({ status }) => status }).data).toEqualTypeOf<
        Avatar['status'] | undefined
      >()
      const [one] = useQueries({ queries: [options()] })
      expectTypeOf(one.data).toEqualTypeOf<Avatar | undefined>()
      expectTypeOf(one.error).toEqualTypeOf<AvatarError | null>()
      const many = useQueries({ queries: ['a', 'b'].map((id) => avatarQueryOptions(client, id)) })
      expectTypeOf(many[0]?.data).toEqualTypeOf<Avatar | undefined>()
      usePrefetchQuery(options())
      void queryClient.prefetchQuery(options())
      expectTypeOf(queryClient.fetchQuery(options())).resolves.toEqualTypeOf<Avatar>()
      expectTypeOf(queryClient.query(options())).resolves.toEqualTypeOf<Avatar>()
      expectTypeOf(queryClient.getQueryData(options().queryKey)).toEqualTypeOf<Avatar | undefined>()
      expectTypeOf(queryClient.getQueryData(avatarQueryKey(client, 'a'))).toEqualTypeOf<Avatar | undefined>()
      queryClient.setQueryData(options().queryKey, { status: 'none', freshForMs: 1 })
      // Through a variable: the compiler cannot tell a literal from an updater behind NoInfer.
      const found: Avatar = { status: 'found', url: 'a', sizes: [48], freshForMs: 1 }
      queryClient.setQueryData(avatarQueryKey(client, 'a'), found)
      // @ts-expect-error: this is no avatar
      queryClient.setQueryData(options().queryKey, { status: 'gone' })
    })
  })
})

test('switches over status and code can be exhaustive', () => {
  const never = (value: never): never => value
  const ofStatus = (avatar: Avatar): string => {
    switch (avatar.status) {
      case 'found':
        return avatar.url
      case 'none':
      case 'hidden':
      case 'no_account':
        return ''
      default:
        return never(avatar)
    }
  }
  const ofAnswer = (answer: WireAnswer): number => {
    switch (answer.status) {
      case 'found':
      case 'none':
      case 'hidden':
      case 'no_account':
        return answer.freshForMs
      case 'error':
        return answer.retryAfterMs ?? 0
      case 'pending':
        return answer.retryAfterMs
      default:
        return never(answer)
    }
  }
  const ofCode = (code: AvatarErrorCode): boolean => {
    switch (code) {
      case 'invalid_chat_id':
      case 'unsupported_chat_id':
      case 'bad_request':
      case 'unauthorized':
      case 'forbidden':
      case 'payload_too_large':
      case 'too_many_ids':
      case 'rate_limited':
      case 'overloaded':
      case 'quota_exceeded':
      case 'instance_unavailable':
      case 'upstream_credentials':
      case 'upstream_failed':
      case 'upstream_timeout':
      case 'network':
      case 'timeout':
      case 'bad_response':
      case 'missing_result':
      case 'internal':
        return true
      default:
        return never(code)
    }
  }
  expectTypeOf(ofStatus).parameter(0).toEqualTypeOf<Avatar>()
  expectTypeOf(ofAnswer).parameter(0).toEqualTypeOf<WireAnswer>()
  expectTypeOf(ofCode).parameter(0).toEqualTypeOf<AvatarErrorCode>()
})

test('misuse is refused', () => {
  expectTypeOf(createAvatarClient).toBeCallableWith({ batch: false, decode: decodeGreenApiAvatar })
  unchecked(() => {
    // @ts-expect-error: decode reads the answer to a GET
    createAvatarClient({ decode: decodeGreenApiAvatar })
    // @ts-expect-error: decode reads the answer to a GET
    createAvatarClient({ batch: true, decode: decodeGreenApiAvatar })
    createAvatarClient({ batch: false, decode: decodeGreenApiAvatar })
    // @ts-expect-error: there is no such option; the server holds the token
    createAvatarClient({ apiToken: 'x' })
    // @ts-expect-error: there is no such messenger
    createAvatarClient({ messenger: 'signal' })
    // @ts-expect-error: the list of codes is closed
    throw new AvatarError('oops')
  })
  unchecked(() => {
    // @ts-expect-error: only a found avatar has a url
    const url = (avatar: Avatar): string => avatar.url
    // @ts-expect-error: any string is no canonical chat id
    const chatId: ChatId = '5521999990000@c.us'
    // @ts-expect-error: one chat at a time
    avatarQueryOptions(client, ['a'])
    return [url, chatId]
  })
})

test('options that may be undefined can be handed through', () => {
  const given: AvatarClientOptions = {
    backendUrl: undefined,
    headers: undefined,
    fetch: undefined,
    scope: undefined,
  }
  expectTypeOf(createAvatarClient(given)).toEqualTypeOf<AvatarClient>()
  expectTypeOf<ChatId>().toExtend<string>()
})
