/** Gives a secret. As a function it shows in no dump, log or JSON of what holds it. */
export type Secret = () => string

/** What JSON web tokens are checked against. */
export interface JwtSettings {
  readonly key:
    | { readonly kind: 'secret'; readonly secret: Secret }
    | { readonly kind: 'jwks'; readonly url: URL }
  /** One of these; empty: not checked. */
  readonly audiences: readonly string[]
  /** One of these; empty: not checked. */
  readonly issuers: readonly string[]
}

export type AccessSettings =
  | { readonly kind: 'public' }
  | {
      readonly kind: 'tokens'
      readonly bearerTokens: readonly Secret[]
      readonly jwt: JwtSettings | undefined
    }

export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

/** All settings, checked. */
export interface GatewaySettings {
  readonly idInstance: string
  readonly apiToken: Secret
  readonly apiUrl: string | undefined
  readonly access: AccessSettings
  readonly host: string
  readonly port: number
  /** Starts with a slash and ends without one; empty for the root. */
  readonly basePath: string
  readonly corsOrigins: readonly string[]
  readonly trustProxy: number
  readonly pictures: 'proxy' | 'link'
  readonly pictureHosts: readonly string[]
  readonly secret: Secret | undefined
  readonly allowPrivateAddresses: boolean
  /** `undefined`: the default of the handler. */
  readonly ratePerSecond: number | undefined
  /** `undefined`: the default of the handler. */
  readonly upstreamTimeoutMs: number | undefined
  readonly logLevel: LogLevel
  /** What is allowed, but somebody should know. */
  readonly warnings: readonly string[]
}
