/** What a call's body asks about. */
export interface Asked {
  /** The chat in question; absent when the body does not name one. */
  readonly chatId?: string | undefined
  /** What is wrong with the body, as GREEN-API says it. */
  readonly problem?: string | undefined
}

const NOT_JSON = 'Unexpected end of JSON input'

/** Reads the body of getAvatar. */
export function readChatId(body: string): Asked {
  const value = parse(body)
  if (value === undefined) return { problem: NOT_JSON }
  const chatId = value['chatId']
  if (typeof chatId !== 'string') {
    return { problem: "Bad Request Validation failed. Details: 'chatId' is required and must be a string" }
  }
  return { chatId }
}

/** Reads the body of checkWhatsapp. */
export function readPhoneNumber(body: string): Asked {
  const value = parse(body)
  if (value === undefined) return { problem: NOT_JSON }
  const phoneNumber = value['phoneNumber']
  if (typeof phoneNumber !== 'number' || !/^\d{7,16}$/.test(String(phoneNumber))) {
    return {
      problem: "Bad Request Validation failed. Details: 'phoneNumber' must be a number of 7 to 16 digits",
    }
  }
  return { chatId: `${phoneNumber}@c.us` }
}

function parse(body: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return undefined
  }
}
