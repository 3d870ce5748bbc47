/** One setting, as the table of `--help` and the reading of environment and flags need it. */
export interface Setting {
  /** Name of the environment variable. */
  readonly env: string
  /**
   * - `text`: a value.
   * - `switch`: on or off; its flag takes no value.
   * - `secret`: never a flag, because flags are visible in `ps`. May come from a file: `{env}_FILE`, or its flag.
   */
  readonly kind: 'text' | 'switch' | 'secret'
  /** What stands for the value in `--help`; empty for switches. */
  readonly placeholder: string
  /** What it does, with unit, default and limit. */
  readonly help: string
}

/** Settings that belong together, in the order of `--help`. */
export interface SettingGroup {
  readonly title: string
  readonly settings: readonly Setting[]
}

const text = (env: string, placeholder: string, help: string): Setting => ({
  env,
  kind: 'text',
  placeholder,
  help,
})
const secret = (env: string, help: string): Setting => ({ env, kind: 'secret', placeholder: 'PATH', help })
const onOff = (env: string, help: string): Setting => ({ env, kind: 'switch', placeholder: '', help })

/** Every setting there is. */
export const SETTING_GROUPS: readonly SettingGroup[] = [
  {
    title: 'GREEN-API (both needed; they are in its console)',
    settings: [
      text(
        'GREEN_API_ID_INSTANCE',
        'DIGITS',
        'idInstance. Needed. Not of a WABA instance (7835…): those have no avatars.',
      ),
      secret('GREEN_API_TOKEN', 'apiTokenInstance. Needed.'),
      text(
        'GREEN_API_URL',
        'URL',
        'apiUrl. Default https://{first 4 digits of idInstance}.api.green-api.com.',
      ),
    ],
  },
  {
    title: 'Who may ask (at least one is needed; AVATAR_PUBLIC excludes the others)',
    settings: [
      onOff('AVATAR_PUBLIC', 'Everybody who can reach the port may see every avatar.'),
      secret(
        'AVATAR_BEARER_TOKENS',
        'For servers: tokens of 32 to 512 characters, separated by commas or line ends.',
      ),
      secret(
        'AVATAR_JWT_SECRET',
        'For browsers: tokens signed with HS256 and this secret, at least 32 characters.',
      ),
      text(
        'AVATAR_JWKS_URL',
        'URL',
        'For browsers: tokens signed with a key listed there (RS, PS, ES, EdDSA). https.',
      ),
      text('AVATAR_JWT_AUDIENCE', 'LIST', 'The aud a token must have, one of these. Default: not checked.'),
      text('AVATAR_JWT_ISSUER', 'LIST', 'The iss a token must have, one of these. Default: not checked.'),
    ],
  },
  {
    title: 'Where it listens',
    settings: [
      text('AVATAR_HOST', 'ADDRESS', 'Default 127.0.0.1, this machine only. In a container 0.0.0.0.'),
      text('AVATAR_PORT', 'N', '0 to 65535, 0 for any free one. Default 8080.'),
      text('AVATAR_BASE_PATH', 'PATH', 'Default /api/avatars.'),
      text(
        'AVATAR_CORS_ORIGINS',
        'LIST',
        'Pages of other origins that may ask, such as https://app.example.com. Default none.',
      ),
      text(
        'AVATAR_TRUST_PROXY',
        'N',
        'Proxies of yours in front, 0 to 32: X-Forwarded-* of so many is believed. Default 0.',
      ),
    ],
  },
  {
    title: 'Pictures',
    settings: [
      text(
        'AVATAR_PICTURES',
        'proxy|link',
        "proxy (default): private urls of this server. link: WhatsApp's own, which die.",
      ),
      text(
        'AVATAR_PICTURE_HOSTS',
        'LIST',
        "Hosts that pictures may come from beside WhatsApp's: cdn.example.com or HOST:PORT.",
      ),
      secret('AVATAR_SECRET', 'Makes picture urls, at least 32 characters. Default: a key from the token.'),
    ],
  },
  {
    title: 'Limits and the rest',
    settings: [
      text(
        'AVATAR_RATE_PER_SECOND',
        'N',
        "Calls to GREEN-API per second and method, 1 to 100. Default 10, GREEN-API's limit.",
      ),
      text(
        'AVATAR_UPSTREAM_TIMEOUT_MS',
        'N',
        'Milliseconds GREEN-API may take for an answer, 100 to 60000. Default 10000.',
      ),
      text(
        'AVATAR_LOG_LEVEL',
        'LEVEL',
        'error, warn, info, debug (adds a line per request) or silent. Default info.',
      ),
      onOff(
        'AVATAR_ALLOW_PRIVATE_ADDRESSES',
        'Listed picture hosts may be private; they, GREEN_API_URL and AVATAR_JWKS_URL may be plain http. For a simulator.',
      ),
    ],
  },
]

export const SETTINGS: readonly Setting[] = SETTING_GROUPS.flatMap(({ settings }) => settings)

/** The variable that names the file of a secret. */
export const fileVariableOf = ({ env }: Pick<Setting, 'env'>): string => `${env}_FILE`

/** The flag of a setting, without dashes: `AVATAR_PORT` is `port`, the secret `GREEN_API_TOKEN` is `green-api-token-file`. */
export function flagOf(setting: Pick<Setting, 'env' | 'kind'>): string {
  const name = setting.kind === 'secret' ? fileVariableOf(setting) : setting.env
  return name
    .replace(/^AVATAR_/, '')
    .toLowerCase()
    .replaceAll('_', '-')
}
