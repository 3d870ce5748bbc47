import { answerApi, refuse } from './api/answerApi.js'
import { text } from './answers/bodies.js'
import { readChatId, readPhoneNumber } from './api/readBody.js'
import type { Asked } from './api/readBody.js'
import { parseApiRoute } from './api/route.js'
import type { ApiRoute } from './api/route.js'
import { createCallLog } from './calls.js'
import type { Call, OpenCall } from './calls.js'
import { answerPicture, pictureOwner } from './cdn/answerPicture.js'
import { createLinkSigner, PICTURE_PATH } from './links.js'
import type { Contact, ContactChange } from './contacts/contact.js'
import { createDirectory } from './contacts/directory.js'
import { makeContacts } from './contacts/makeContacts.js'
import { createFaultPlan } from './faults/plan.js'
import type { Fault } from './faults/plan.js'
import { resolveSimulatorOptions } from './options.js'
import type { SimulatorOptions } from './options.js'
import { PICTURES } from './pictures/pictures.js'
import type { Picture } from './pictures/picture.js'
import { createRandom } from './random.js'
import { createRateLimit } from './rateLimit.js'
import { wait } from './wait.js'
import type { World } from './world.js'

/** A stand-in for one GREEN-API instance and the picture CDN behind it. */
export interface Simulator {
  /** Answers a call of the API (`/waInstance…`) or of the picture CDN (`/v/…`), whatever host it is addressed to. */
  readonly fetch: (input: Request | URL | string, init?: RequestInit) => Promise<Response>
  readonly idInstance: string
  readonly apiToken: string
  /** The chats of the instance, in the order of a chat list. */
  readonly contacts: readonly Contact[]
  /** Every picture a chat can show. */
  readonly pictures: readonly Picture[]
  /** The latest calls that arrived, oldest first. */
  readonly calls: readonly Call[]
  /** Forgets the calls so far. */
  readonly clearCalls: () => void
  /** Puts these faults in the place of all earlier ones; the first that fits a call shapes its answer. */
  readonly setFaults: (faults: readonly Fault[]) => void
  /**
   * Changes what a chat shows, or adds the chat. With another picture the old picture's links die, as they do at WhatsApp.
   *
   * @throws TypeError for an unusable chat id or an unknown picture.
   */
  readonly setContact: (chatId: string, change: ContactChange) => Contact
}

/**
 * Makes a stand-in for GREEN-API and its picture CDN: a pure `(Request) => Promise<Response>` with a deterministic address book.
 * It opens no port and needs no network.
 *
 * @throws TypeError or RangeError for a bad option.
 * @example
 * ```ts
 * const simulator = createSimulator({ pictureBaseUrl: 'https://pps.whatsapp.net' })
 * const { idInstance, apiToken, contacts } = simulator
 * const response = await simulator.fetch(`https://api.green-api.com/waInstance${idInstance}/getAvatar/${apiToken}`, {
 *   method: 'POST',
 *   body: JSON.stringify({ chatId: contacts[0]?.chatId }),
 * })
 * ```
 */
export function createSimulator(options: SimulatorOptions = {}): Simulator {
  const resolved = resolveSimulatorOptions(options)
  const { seed, now, latencyMs } = resolved
  const random = createRandom(`dice:${seed}`)
  const log = createCallLog(resolved.maxCalls)
  const pictureBytes = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()
  const world: World = {
    options: resolved,
    directory: createDirectory(seed, makeContacts(resolved)),
    signer: createLinkSigner(seed),
    plan: createFaultPlan(random),
    fitsRate: createRateLimit(resolved.ratePerSecond, resolved.rateWindowMs),
    bytesOf(picture) {
      const known = pictureBytes.get(picture.id)
      if (known !== undefined) return known
      const bytes = resolved.loadPicture(picture).then((loaded) => new Uint8Array(loaded))
      pictureBytes.set(picture.id, bytes)
      bytes.catch(() => pictureBytes.delete(picture.id))
      return bytes
    },
  }
  world.plan.set(resolved.faults)

  /** Waits as long as the configured latency says, then answers. */
  const late = async (signal: AbortSignal, answer: () => Promise<Response>): Promise<Response> => {
    const delayMs = random.integer(...latencyMs)
    if (delayMs > 0) await wait(delayMs, signal)
    else signal.throwIfAborted()
    return answer()
  }

  const visitApi = async (request: Request, url: URL, call: OpenCall, route: ApiRoute): Promise<Response> => {
    const asked = await readAsked(request, route)
    call.chatId = asked.chatId
    const refusal = refuse(world, { request, url, call }, route)
    if (refusal !== undefined) return refusal
    const fault = world.plan.choose(route.method, asked.chatId)
    call.fault = fault?.kind
    return late(request.signal, () => answerApi(world, { request, url, call, fault }, asked))
  }

  const visitPicture = (request: Request, url: URL, call: OpenCall): Promise<Response> => {
    call.chatId = pictureOwner(world, url)?.chatId
    const fault = world.plan.choose('picture', call.chatId)
    call.fault = fault?.kind
    return late(request.signal, () => answerPicture(world, { request, url, call, fault }))
  }

  const visit = async (request: Request): Promise<Response> => {
    const url = new URL(request.url)
    const isPicture = url.pathname.startsWith(PICTURE_PATH)
    const route = isPicture ? undefined : parseApiRoute(request.method, url.pathname)
    const call = log.open(isPicture ? 'picture' : (route?.method ?? 'unknown'), now())
    try {
      const response = isPicture
        ? await visitPicture(request, url, call)
        : route === undefined
          ? text('404 page not found', 404)
          : await visitApi(request, url, call, route)
      call.status = response.status
      return response
    } catch (error) {
      call.status = request.signal.aborted ? 'left' : 'reset'
      throw error
    }
  }

  return {
    fetch: (input, init) =>
      visit(input instanceof Request && init === undefined ? input : new Request(input, init)),
    idInstance: resolved.idInstance,
    apiToken: resolved.apiToken,
    get contacts() {
      return world.directory.contacts
    },
    pictures: PICTURES,
    get calls() {
      return log.calls
    },
    clearCalls: () => log.clear(),
    setFaults: (faults) => world.plan.set(faults),
    setContact: (chatId, change) => world.directory.change(chatId, change),
  }
}

async function readAsked(request: Request, route: ApiRoute): Promise<Asked> {
  if (route.method === 'unknown' || route.method === 'getStateInstance') return {}
  const body = await request.text()
  return route.method === 'getAvatar' ? readChatId(body) : readPhoneNumber(body)
}
