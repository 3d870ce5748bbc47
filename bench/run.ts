import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Bench, Row } from './row.js'
import { isWithin, table } from './row.js'

const HELP = `pnpm bench [names…] [--rounds N]

Measures this project against its peers and its own limits, both in the same run, and prints a table.
The figures also go to bench/results.json. Names: files of bench/rows; default all. Rounds: 5.
Exit code 1 when a ratio is over its limit.`

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help')) return console.log(HELP)
  const at = args.indexOf('--rounds')
  const rounds = at === -1 ? 5 : Number(args[at + 1])
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new RangeError(`bench: --rounds takes a whole number from 1\n\n${HELP}`)
  const folder = fileURLToPath(new URL('rows', import.meta.url))
  const known = readdirSync(folder)
    .map((file) => file.replace(/\.tsx?$/, ''))
    .toSorted()
  const names = args.filter((arg, i) => !arg.startsWith('--') && (at === -1 || i !== at + 1))
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new RangeError(`bench: there is no row file "${unknown}". There are: ${known.join(', ')}`)

  installPeers()
  const rows: Row[] = []
  for (const name of names.length === 0 ? known : names) {
    console.log(`measuring ${name}…`)
    const module: { default: Bench } = await import(`./rows/${name}.ts`)
    rows.push(...(await module.default.run({ rounds })))
  }
  console.log(`\n${table(rows)}\n`)
  const machine = { node: process.version, cpus: cpus().length, cpu: cpus()[0]?.model }
  const results = fileURLToPath(new URL('results.json', import.meta.url))
  writeFileSync(
    results,
    `${JSON.stringify({ date: new Date().toISOString(), machine, rounds, rows }, null, 2)}\n`,
  )
  if (!rows.every(isWithin)) process.exitCode = 1
}

/** The peers live in a folder of their own, so that users of the workspace never download them. */
function installPeers(): void {
  const dir = fileURLToPath(new URL('peers', import.meta.url))
  const args = [
    '-y',
    'pnpm@12',
    'install',
    '--ignore-workspace',
    '--frozen-lockfile',
    '--silent',
    '--dir',
    dir,
  ]
  execFileSync('npx', args, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' })
}

await main(process.argv.slice(2))
