import type { Messenger } from '@greenapi/avatar-core/protocol'
import type { Authorize } from './access/authorize.js'
import type { BudgetOptions } from './access/budgets.js'
import type { TrustProxy } from './access/clientAddress.js'
import type { CorsOptions } from './access/origins.js'
import type { Clock } from './time/clock.js'
import type { GreenApiCredentials } from './credentials.js'
import type { BackOff, Lifetimes } from './engine/lifetimes.js'
import type { EventSink } from './events.js'
import type { UpstreamSend } from './http/upstreamRequest.js'
import type { PicturesOptions, ResolvedPicturesOptions } from './pictures/resolvePicturesOptions.js'

/** What `resolveInstance` decides from. */
export interface InstanceRequest {
  readonly headers: { get(name: string): string | null }
  readonly ip: string | undefined
  /** The framework's own request. */
  readonly raw: unknown
}

type PictureOptionNames =
  | 'resizer'
  | 'pictureHosts'
  | 'allowPrivateAddresses'
  | 'pictureAccess'
  | 'pictureCacheBytes'
  | 'maxPictureBytes'
  | 'pictureTimeoutMs'
  | 'transport'

/** Options of {@link createAvatarHandler}. Only `authorize` must be given. */
export interface AvatarHandlerOptions extends Pick<PicturesOptions, PictureOptionNames> {
  /** Who may see which avatars; `'public'`: everybody who can reach the server. */
  readonly authorize: Authorize | 'public'
  /** Default: `GREEN_API_ID_INSTANCE`, `GREEN_API_TOKEN` and `GREEN_API_URL`, read at first use. */
  readonly credentials?: GreenApiCredentials | undefined
  /** Serves many WhatsApp numbers: names the one a request is for. Needs `credentialsFor` and `secret`. */
  readonly resolveInstance?: ((request: InstanceRequest) => string | Promise<string>) | undefined
  /** The credentials of one of many instances; asked at its first use, and again after a 401 or 403. */
  readonly credentialsFor?: ((id: string) => GreenApiCredentials | Promise<GreenApiCredentials>) | undefined
  /** At least 32 characters. Picture urls are made with it; without one, with a key from the token. */
  readonly secret?: string | undefined
  /** Default `'whatsapp'`. */
  readonly messenger?: Messenger | undefined
  /** `'proxy'` (default): private urls of this server. `'link'`: WhatsApp's own links, which die and show Meta who looks. */
  readonly pictures?: 'proxy' | 'link' | undefined
  /** Ask checkWhatsapp when there is no picture, to tell `no_account` from `none`. Costs quota. Default false. */
  readonly checkAccount?: boolean | undefined
  /** Answer `none`, `hidden`, `no_account` and `forbidden` alike. Default false. */
  readonly concealAccounts?: boolean | undefined
  /** Pages of other origins that may look avatars up. Default none. */
  readonly cors?: CorsOptions | undefined
  /** How many proxies of yours stand in front; `true` is one. Default 0: `X-Forwarded-*` is not believed. */
  readonly trustProxy?: TrustProxy | undefined
  /** How much one subject may ask; `false`: as much as it likes. */
  readonly budgets?: false | Partial<BudgetOptions> | undefined
  readonly lifetimes?: Partial<Lifetimes> | undefined
  readonly backOff?: Partial<BackOff> | undefined
  readonly cache?:
    | { readonly maxEntries?: number | undefined; readonly maxNegatives?: number | undefined }
    | undefined
  readonly rate?:
    | { readonly perSecond?: number | undefined; readonly maxQueued?: number | undefined }
    | undefined
  readonly breaker?:
    | { readonly failuresToOpen?: number | undefined; readonly probeMs?: number | undefined }
    | undefined
  readonly upstream?:
    | { readonly timeoutMs?: number | undefined; readonly maxBodyBytes?: number | undefined }
    | undefined
  /** How long a look-up without `waitMs` is held before its open ids are answered `overloaded`. */
  readonly lookUpDeadlineMs?: number | undefined
  /** Instances kept open at once; the one idle for longest gives way. */
  readonly maxInstances?: number | undefined
  /**
   * Hears of upstream calls, cache outcomes, breaker changes and problems. Without it, what a person has to act on is written to the
   * console, each text once.
   */
  readonly onEvent?: EventSink | undefined
  /** How GREEN-API is called. Default: `node:https` on Node, the runtime's own `fetch` elsewhere. */
  readonly fetch?: typeof fetch | undefined
  readonly clock?: Clock | undefined
  /** From 0 to below 1, like `Math.random`. */
  readonly random?: (() => number) | undefined
}

/** The same, checked and complete. */
export interface ResolvedOptions {
  readonly authorize: Authorize | 'public'
  readonly credentials: GreenApiCredentials | undefined
  readonly resolveInstance: AvatarHandlerOptions['resolveInstance']
  readonly credentialsFor: AvatarHandlerOptions['credentialsFor']
  readonly secret: string | undefined
  readonly messenger: Messenger
  /** `undefined`: links. */
  readonly pictures: ResolvedPicturesOptions | undefined
  readonly allowPrivateAddresses: boolean
  readonly checkAccount: boolean
  readonly concealAccounts: boolean
  readonly cors: CorsOptions | undefined
  readonly trustProxy: TrustProxy
  readonly budgets: BudgetOptions | undefined
  readonly lifetimes: Lifetimes
  readonly backOff: BackOff
  readonly cache: { readonly maxEntries: number; readonly maxNegatives: number }
  readonly rate: { readonly perSecond: number; readonly maxQueued: number }
  readonly breaker: { readonly failuresToOpen: number; readonly probeMs: number }
  readonly upstream: { readonly timeoutMs: number; readonly maxBodyBytes: number }
  readonly lookUpDeadlineMs: number
  readonly maxInstances: number
  readonly onEvent: EventSink | undefined
  /** For what a person has to act on: never nobody, if need be the console. */
  readonly onTrouble: EventSink
  readonly send: UpstreamSend
  /** Never goes back; ahead of the machine's by as much as that was set back. */
  readonly clock: Clock
  /** The machine's own time, for what other servers must tell alike. */
  readonly wallNow: () => number
  readonly random: () => number
}
