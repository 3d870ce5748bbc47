import { AvatarError } from '@greenapi/avatar-core/protocol'
import {
  type GreenApiCredentials,
  type InstanceAccess,
  credentialsFromEnv,
  deriveKey,
  openInstance,
} from '../credentials.js'
import { createMemoryPool } from '../engine/memoryStore.js'
import type { EventSink } from '../events.js'
import type { ResolvedOptions } from '../options.js'
import { createDeadline } from '../time/createDeadline.js'
import { createPictures } from '../pictures/createPictures.js'
import { raceSignal } from '../time/raceSignal.js'
import { type Instance, createInstance } from './createInstance.js'
import { createInstanceNames } from './instanceNames.js'

/** The WhatsApp numbers that a handler serves, each opened at its first use. */
export interface Instances {
  /** `id`: which of many; ignored with one. Rejects with an AvatarError. */
  get(id: string, env: Env): Instance | Promise<Instance>
  /** The instance that a picture url belongs to; `undefined` for an url that none of ours made. */
  ofPicture(text: string, env: Env): OwnedPicture | Promise<OwnedPicture | undefined>
  /** Those that are open now. */
  readonly open: ReadonlyMap<string, Instance>
  close(): void
}

/** The sealed text of a picture url, and whose it is. */
export interface OwnedPicture {
  readonly instance: Instance
  readonly sealed: string
}

type Env = Readonly<Record<string, unknown>> | undefined

/** How long a failure to get credentials is remembered, so that the app's `credentialsFor` is not asked in a loop. */
const FAILURE_MS = 5_000
/** An instance that has been used more recently is not closed for another one. */
const IDLE_MS = 60_000

export function createInstances(resolved: ResolvedOptions, emit: EventSink | undefined): Instances {
  const { clock, credentialsFor } = resolved
  const memory = createMemoryPool(resolved.cache)
  const names = createInstanceNames(credentialsFor === undefined ? undefined : resolved.secret)
  const open = new Map<string, Instance>()
  const opening = new Map<string, Promise<Instance>>()
  const usedAtMs = new Map<string, number>()
  const failedAtMs = new Map<string, number>()
  let isClosed = false

  const readCredentials = async (id: string, env: Env): Promise<InstanceAccess> => {
    try {
      const found: GreenApiCredentials =
        credentialsFor === undefined
          ? (resolved.credentials ?? credentialsFromEnv(env ?? processEnv()))
          : await inTime(Promise.resolve(credentialsFor(id)), resolved)
      return openInstance(found, resolved)
    } catch (error) {
      resolved.onTrouble({ type: 'problem', where: 'credentials', message: ownMessage(error) })
      throw new AvatarError('upstream_credentials')
    }
  }

  /** Credentials, read once until something says that they may have changed. */
  const createAccess = (id: string, env: Env) => {
    let access: Promise<InstanceAccess> | undefined
    return {
      get(): Promise<InstanceAccess> {
        access ??= readCredentials(id, env)
        return access
      },
      forget(): void {
        if (credentialsFor !== undefined) access = undefined
      },
    }
  }

  const make = async (id: string, env: Env): Promise<Instance> => {
    const access = createAccess(id, env)
    const first = await access.get()
    const ownId = credentialsFor === undefined ? first.idInstance : id
    // Of this number alone, though several servers of one number each may share a secret.
    const keyOf = async (): Promise<Uint8Array> =>
      resolved.secret === undefined
        ? first.deriveKey('pictures')
        : deriveKey(resolved.secret, `pictures/${ownId}`)
    const pictures =
      resolved.pictures === undefined ? undefined : await createPictures(resolved.pictures, await keyOf())
    return createInstance({
      id: ownId,
      access: () => access.get(),
      forgetAccess: () => access.forget(),
      store: memory.open(),
      pictures,
      picturePrefix: await names.seal(id),
      emit,
      resolved,
    })
  }

  const makeRoom = (): void => {
    if (open.size + opening.size < resolved.maxInstances) return
    for (const [id, instance] of open) {
      if (clock.now() - (usedAtMs.get(id) ?? 0) < IDLE_MS) break
      if (instance.engine.flights > 0) continue
      open.delete(id)
      usedAtMs.delete(id)
      instance.close()
      return
    }
    throw new AvatarError('overloaded', { retryAfterMs: IDLE_MS })
  }

  const start = async (id: string, env: Env): Promise<Instance> => {
    const failedMs = failedAtMs.get(id)
    if (failedMs !== undefined && clock.now() - failedMs < FAILURE_MS)
      throw new AvatarError('upstream_credentials')
    failedAtMs.delete(id)
    makeRoom()
    try {
      const instance = await make(id, env)
      if (isClosed) instance.close()
      open.set(id, instance)
      usedAtMs.set(id, clock.now())
      return instance
    } catch (error) {
      if (failedAtMs.size >= resolved.maxInstances) failedAtMs.clear()
      failedAtMs.set(id, clock.now())
      throw error
    }
  }

  const get = (id: string, env: Env): Instance | Promise<Instance> => {
    const known = open.get(id)
    if (known !== undefined) {
      if (credentialsFor === undefined) return known
      // Last in the map is last used: the first is the one to close.
      open.delete(id)
      open.set(id, known)
      usedAtMs.set(id, clock.now())
      return known
    }
    const begun = opening.get(id)
    if (begun !== undefined) return begun
    const starting = start(id, env)
    opening.set(id, starting)
    void starting.catch(() => {}).finally(() => opening.delete(id))
    return starting
  }

  const ofNamedPicture = async (text: string, env: Env): Promise<OwnedPicture | undefined> => {
    const dot = text.indexOf('.')
    const id = dot === -1 ? undefined : await names.open(text.slice(0, dot))
    return id === undefined ? undefined : { instance: await get(id, env), sealed: text.slice(dot + 1) }
  }

  return {
    get,
    ofPicture(text, env) {
      if (credentialsFor !== undefined) return ofNamedPicture(text, env)
      const instance = get('', env)
      if (!(instance instanceof Promise)) return { instance, sealed: text }
      return instance.then((opened) => ({ instance: opened, sealed: text }))
    },
    open,
    close() {
      isClosed = true
      for (const instance of open.values()) instance.close()
    },
  }
}

/** What never comes would hold every request for the instance. */
async function inTime(
  found: Promise<GreenApiCredentials>,
  { clock, upstream }: Pick<ResolvedOptions, 'clock' | 'upstream'>,
): Promise<GreenApiCredentials> {
  const deadline = createDeadline(clock, upstream.timeoutMs, new AbortController().signal)
  try {
    return await raceSignal(found, deadline.signal)
  } catch (error) {
    if (!deadline.timedOut) throw error
    throw new TypeError(
      '@greenapi/avatar-server: credentialsFor gave no answer within upstream.timeoutMs, so this instance cannot be asked. Look at what it waits for.',
      { cause: error },
    )
  } finally {
    deadline.clear()
  }
}

function processEnv(): Readonly<Record<string, unknown>> {
  return typeof process === 'object' ? process.env : {}
}

/** Our own messages name what is wrong; those of the app's `credentialsFor` may hold anything, so they stay out. */
function ownMessage(error: unknown): string {
  const message = error instanceof TypeError ? error.message : ''
  return message.startsWith('@greenapi/avatar-server: ')
    ? message
    : '@greenapi/avatar-server: credentialsFor threw, so this instance cannot be asked. Look at what it does for this id.'
}
