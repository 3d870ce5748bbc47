import { FAULTS } from '../faults/kinds.js'

/** What `greenapi-simulator --help` prints. */
export function helpText(): string {
  const width = Math.max(...Object.keys(FAULTS).map((kind) => kind.length))
  const faults = Object.entries(FAULTS).map(
    ([kind, { on, what }]) => `  ${kind.padEnd(width)}  ${on.padEnd(9)}  ${what}`,
  )
  return `greenapi-simulator: GREEN-API and its picture CDN on your own machine

Usage
  greenapi-simulator [flags]

Starts a server that answers getAvatar, checkWhatsapp and getStateInstance as GREEN-API does, with an
address book that is the same for the same seed, and prints the environment that points a backend at it.

Flags
  --port N         port to listen on, 0 for a free one (default 0)
  --host NAME      address to listen on (default 127.0.0.1: this machine only)
  --contacts N     people and businesses in the address book (default 1700)
  --groups N       groups in it (default 300)
  --seed TEXT      another seed gives other contacts (default 1)
  --rate N         calls per second and method before 429 (default 10, as GREEN-API)
  --latency MS     time before each answer, such as 200 or 100-600 (default 0)
  --style NAME     age of the answers: legacy, current or base64 (default current)
  --fault SPEC     something that goes wrong; repeat it for more, the first that fits a call wins
  --help           this text

Faults
  SPEC is a kind, then what narrows it:
    --fault hang                             every call
    --fault rate_limited:share=0.1           one call in ten
    --fault bad_gateway:times=5              the next five calls
    --fault url_null:chatId=12025550143@c.us one chat
    --fault slow:delayMs=8000,share=0.5,method=checkWhatsapp

${faults.join('\n')}

Example
  greenapi-simulator --port 4010 --latency 100-600 --fault bad_gateway:share=0.05
`
}
