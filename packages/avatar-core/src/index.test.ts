import { expect, test } from 'vitest'
import * as greenapi from './greenapi/index.js'
import * as main from './index.js'
import * as protocol from './protocol/index.js'
import * as query from './query/index.js'

test('each entry exports these names and no other', () => {
  expect(Object.keys(main).toSorted()).toEqual([
    'AVATAR_ERROR_CODES',
    'AvatarError',
    'chatIdKind',
    'createAvatarClient',
    'createStaticAvatarClient',
    'explainAvatarError',
    'formatChatId',
    'isAvatarError',
    'isChatId',
    'parseChatId',
  ])
  expect(Object.keys(protocol).toSorted()).toEqual([
    'AVATAR_ERROR_CODES',
    'AvatarError',
    'MAX_BATCH_IDS',
    'MAX_REQUEST_BYTES',
    'MAX_WAIT_MS',
    'chatIdKind',
    'decodeAnswer',
    'decodeLookupRequest',
    'decodeProblem',
    'encodeAnswer',
    'encodeLookupRequest',
    'encodeProblem',
    'explainAvatarError',
    'formatChatId',
    'isAvatarError',
    'isChatId',
    'parseChatId',
  ])
  expect(Object.keys(query).toSorted()).toEqual(['avatarQueryKey', 'avatarQueryOptions'])
  expect(Object.keys(greenapi).toSorted()).toEqual([
    'decodeCheckWhatsappBody',
    'decodeGetAvatarBody',
    'decodeGreenApiAvatar',
    'decodeGreenApiError',
    'greenApiQuota',
    'pictureLinkExpiry',
    'pictureLinkId',
  ])
})
