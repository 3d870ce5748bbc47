import { SETTING_GROUPS, type Setting, flagOf } from './settings.js'

const WIDTH = 100

/** What `avatar-gateway --help` prints. */
export function helpText(): string {
  return `avatar-gateway: WhatsApp avatars over HTTP, with the GREEN-API token kept on the server

A program to run beside your app or in front of it. Browsers and servers ask it for avatars; it asks
GREEN-API, never faster than allowed, remembers the answers and serves the pictures itself.

Smallest start
  GREEN_API_ID_INSTANCE=1101000001 GREEN_API_TOKEN=… AVATAR_PUBLIC=1 npx @greenapi/avatar-gateway
  When ready it prints: avatar-gateway listening on http://127.0.0.1:8080/api/avatars
  Then: curl 'http://127.0.0.1:8080/api/avatars?chatId=5521999990000@c.us'

Usage
  avatar-gateway [flags]

Every setting is an environment variable and a flag; the flag wins. Secrets are never flags, because
flags are visible in ps: set the variable, or put the secret into a file and name the file
with the flag, or with the variable's name and _FILE. LIST is separated by commas.

${SETTING_GROUPS.map(({ title, settings }) => `${title}\n${settings.map(describe).join('\n')}`).join('\n\n')}

  --help, -h      this text
  --version, -v   the version

It also answers
  /healthz   200 while the process lives
  /readyz    200 when it takes requests, 503 while it stops
  /metrics   for Prometheus; no phone numbers, no tokens. Same port: do not route it to the public.

Output
  stdout has one line, the address. Logs are JSON lines on stderr, without phone numbers, tokens,
  picture paths and queries.

Stopping
  SIGTERM or SIGINT: takes no new work, finishes what runs, ends within 10 s. A second one ends it now.

Exit codes
  0 stopped as asked   1 could not listen, or failed   2 a setting is missing or wrong
`
}

function describe(setting: Setting): string {
  const flag = `--${flagOf(setting)}${setting.placeholder === '' ? '' : ` ${setting.placeholder}`}`
  const variable = setting.kind === 'switch' ? `${setting.env}=1` : setting.env
  return [`  ${variable}, ${flag}`, ...wrap(setting.help).map((line) => `      ${line}`)].join('\n')
}

function wrap(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length + 7 > WIDTH) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}
