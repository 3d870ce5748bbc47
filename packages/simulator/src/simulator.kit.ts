import { createSimulator } from './createSimulator.js'
import type { Simulator } from './createSimulator.js'
import type { SimulatorOptions } from './options.js'

/** A chat with a picture, one of each other outcome, and a way to ask about them. */
export interface Bench {
  readonly simulator: Simulator
  readonly found: string
  readonly none: string
  readonly hidden: string
  readonly noAccount: string
  readonly call: (method: string, body?: unknown, init?: RequestInit) => Promise<Response>
  readonly getAvatar: (chatId: string, init?: RequestInit) => Promise<Response>
}

/** Fixed moment of the tests' clock. */
export const NOON = Date.UTC(2026, 2, 14, 12, 0, 0)

/** A small simulator whose clock stands still, for the tests of this package. */
export function createBench(options: SimulatorOptions = {}): Bench {
  const simulator = createSimulator({
    contacts: 0,
    groups: 0,
    now: () => NOON,
    pictureBaseUrl: 'https://pps.whatsapp.net',
    ...options,
  })
  const chats = {
    found: '12025550143@c.us',
    none: '12025550144@c.us',
    hidden: '12025550145@c.us',
    noAccount: '12025550146@c.us',
  }
  simulator.setContact(chats.found, { name: 'Ana', pictureId: 'woman-beach' })
  simulator.setContact(chats.none, { outcome: 'none' })
  simulator.setContact(chats.hidden, { outcome: 'hidden' })
  simulator.setContact(chats.noAccount, { outcome: 'no_account' })
  const call: Bench['call'] = (method, body, init) =>
    simulator.fetch(
      `https://1103.api.green-api.com/waInstance${simulator.idInstance}/${method}/${simulator.apiToken}`,
      {
        method: 'POST',
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...init,
      },
    )
  return { simulator, ...chats, call, getAvatar: (chatId, init) => call('getAvatar', { chatId }, init) }
}

/** The link in an answer of getAvatar. */
export async function linkIn(response: Response): Promise<string> {
  const body: unknown = await response.json()
  if (typeof body === 'object' && body !== null && 'urlAvatar' in body) return String(body.urlAvatar)
  throw new Error('the answer holds no urlAvatar')
}
