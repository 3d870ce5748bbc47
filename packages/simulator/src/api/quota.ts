import type { CallMethod } from '../callMethod.js'

/** The four forms of the monthly quota's body. */
export type QuotaKind =
  | 'quota_invoke'
  | 'quota_invoke_text'
  | 'quota_correspondents'
  | 'quota_correspondents_text'

const INVOKE_TEXT =
  'Monthly quota has been exceeded. Please go to your personal account and change the tariff to business'
const CORRESPONDENTS_TEXT =
  'Monthly quota has been exceeded. You can only send or receive messages from these numbers: 12025550143@c.us,12025550178@c.us,12025550192@c.us. Please go to your personal account and change the tariff to business'

/** The body of a 466: the Developer plan's quota of calls, or of chats. */
export function quotaBody(kind: QuotaKind, method: CallMethod): unknown {
  const asText = kind.endsWith('_text')
  const count = (value: number): number | string => (asText ? String(value) : value)
  const word = asText ? 'QUOTA' : 'QUOTE'
  const name = method.toLowerCase()
  if (kind.startsWith('quota_invoke')) {
    const used = { method: name, used: count(100), total: count(100) }
    return { invokeStatus: { ...used, status: `${word}_EXCEEDED`, description: INVOKE_TEXT } }
  }
  return {
    invokeStatus: { method: name, used: count(67), total: count(0), status: `${word}_ALLOWED` },
    correspondentsStatus: {
      method: 'correspondents',
      used: count(3),
      total: count(3),
      status: `CORRESPONDENTS_${word}_EXCEEDED`,
      description: CORRESPONDENTS_TEXT,
    },
  }
}
