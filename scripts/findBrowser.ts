import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

const SYSTEM_PATHS: Readonly<Record<string, readonly string[]>> = {
  linux: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].flatMap(
    (name) => [`/usr/bin/${name}`, `/usr/local/bin/${name}`, `/snap/bin/${name}`],
  ),
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) => {
    const base = process.env[name]
    if (base === undefined) return []
    return [
      `${base}\\Google\\Chrome\\Application\\chrome.exe`,
      `${base}\\Microsoft\\Edge\\Application\\msedge.exe`,
    ]
  }),
}

/** Flags that keep an automated Chromium quiet: no look-ups of its own, no GPU, no sandbox where root runs it. */
export const BROWSER_ARGS: readonly string[] = [
  '--disable-quic',
  '--disable-sync',
  '--disable-gpu',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

function run(command: string, args: readonly string[]): boolean {
  try {
    execFileSync(command, [...args], { stdio: ['ignore', 'ignore', 'pipe'] })
    return true
  } catch {
    return false
  }
}

const installed = (): string | undefined =>
  [process.env['CHROME_PATH'], chromium.executablePath(), ...(SYSTEM_PATHS[process.platform] ?? [])].find(
    (path) => path !== undefined && path !== '' && existsSync(path),
  )

/**
 * Finds a Chromium to test with, and installs one where it can.
 *
 * Order: `CHROME_PATH`, Playwright's own, the system's, then an install: Debian's package when root, else Playwright's
 * download.
 *
 * @returns The path of an executable.
 * @throws Error when there is none and none could be installed; the message says what to do.
 */
export function findBrowser(): string {
  const found = installed()
  if (found !== undefined) return found
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.log('No browser found: installing Debian’s chromium (once, about 20 s)…')
    const packageArgs = ['install', '-y', '--no-install-recommends', 'chromium']
    if (!run('apt-get', packageArgs) && run('apt-get', ['update'])) run('apt-get', packageArgs)
  }
  if (installed() === undefined) {
    console.log('No browser found: asking Playwright for one (once)…')
    run(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'])
  }
  const now = installed()
  if (now === undefined) {
    throw new Error(
      'No browser to test with: none is installed and none could be downloaded. ' +
        'Install Chromium, Chrome or Edge, or set CHROME_PATH to one, and run this again.',
    )
  }
  return now
}
