import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/*
 * Looks at the packages as their users get them: packs each one, lints the tarball and its types, then installs all
 * of them into an empty app and imports every entry with plain Node.
 */

interface Manifest {
  name: string
  publishConfig: { exports: Record<string, unknown> }
  peerDependencies?: Record<string, string>
}

const root = process.cwd()
const shell = process.platform === 'win32'
const temp = mkdtempSync(join(tmpdir(), 'avatar-packages-'))

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stdout, stderr } = spawnSync(command, [...args], { cwd, shell, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed\n${stdout}${stderr}`)
}

const names = readdirSync(join(root, 'packages'))
const manifests = names.map((name): Manifest =>
  JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')),
)
const versionOf = (name: string, from = ''): string => {
  const manifest: { version: string } = JSON.parse(
    readFileSync(join(root, from, 'node_modules', name, 'package.json'), 'utf8'),
  )
  return manifest.version
}

function packAndLint(name: string): string {
  const out = join(temp, `${name}.tgz`)
  run('npx', ['-y', 'pnpm@12', 'pack', '--out', out], join(root, 'packages', name))
  run('npx', ['publint', 'run', out, '--strict'], root)
  run('npx', ['attw', out, '--profile', 'esm-only', '--exclude-entrypoints', 'styles.css'], root)
  return out
}

function importEverything(tarballs: readonly string[]): number {
  const app = join(temp, 'app')
  const ours = Object.fromEntries(manifests.map(({ name }, i) => [name, `file:${tarballs[i]}`]))
  const peers = {
    ...Object.fromEntries(
      ['react', 'react-dom', '@tanstack/react-query'].map((name) => [name, versionOf(name)]),
    ),
    sharp: versionOf('sharp', 'packages/avatar-server'),
  }
  const manifest = { name: 'app', private: true, type: 'module', dependencies: { ...ours, ...peers } }
  mkdirSync(app)
  writeFileSync(join(app, 'package.json'), JSON.stringify(manifest))
  const workspace = ['packages: []', 'autoInstallPeers: false', 'overrides:']
  for (const [name, file] of Object.entries(ours)) workspace.push(`  '${name}': '${file}'`)
  writeFileSync(join(app, 'pnpm-workspace.yaml'), `${workspace.join('\n')}\n`)
  run('npx', ['-y', 'pnpm@12', 'install', '--prefer-offline', '--ignore-scripts'], app)

  const entries = manifests.flatMap(({ name, publishConfig }) =>
    Object.keys(publishConfig.exports)
      .filter((entry) => !/\.(css|json|yaml)$/.test(entry))
      .map((entry) => name + entry.slice(1)),
  )
  const code = entries.map((entry) => `await import(${JSON.stringify(entry)})`).join('\n')
  writeFileSync(join(app, 'imports.mjs'), code)
  run(process.execPath, ['imports.mjs'], app)
  return entries.length
}

try {
  const tarballs = names.map(packAndLint)
  const entries = importEverything(tarballs)
  console.log(`packages: ${names.length} packed and linted, ${entries} entries imported from their tarballs`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  rmSync(temp, { recursive: true, force: true })
}
