/** What the environment asks of the demo. */
export interface Settings {
  /** `undefined`: the usual port, or a free one when that is taken. */
  readonly port: number | undefined
  readonly upstream: 'simulator' | 'greenapi'
  /** `GREEN_API_URL`; `undefined` for the usual one. */
  readonly apiUrl: string | undefined
  /** A file of chats for a real instance. */
  readonly chatsFile: string | undefined
}

/** Something about the way the demo was started that a person can put right; its message is all they need. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/**
 * Reads `PORT`, `DEMO_CHATS` and whether there are credentials. The token itself is read by the avatar handler alone.
 *
 * @throws {StartError} for a variable that makes no sense.
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = (name: string): string | undefined => env[name]?.trim() || undefined
  const hasId = given('GREEN_API_ID_INSTANCE') !== undefined
  const hasToken = given('GREEN_API_TOKEN') !== undefined
  if (hasId !== hasToken) {
    const missing = hasId ? 'GREEN_API_TOKEN' : 'GREEN_API_ID_INSTANCE'
    throw new StartError(
      `${missing} is missing. Set both variables to use your instance, or none to use the simulator.`,
    )
  }
  const chatsFile = given('DEMO_CHATS')
  if (chatsFile !== undefined && !hasId) {
    throw new StartError(
      'DEMO_CHATS names chats of a real instance. Set GREEN_API_ID_INSTANCE and GREEN_API_TOKEN with it.',
    )
  }
  return {
    port: readPort(given('PORT')),
    upstream: hasId ? 'greenapi' : 'simulator',
    apiUrl: hasId ? given('GREEN_API_URL') : undefined,
    chatsFile,
  }
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new StartError(`PORT is “${text}”. It has to be a number from 0 to 65535.`)
}
