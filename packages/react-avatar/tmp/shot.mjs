import { createServer } from 'vite'
import react from '@vitejs/plugin-react'
import { chromium } from 'playwright'
const server = await createServer({ configFile: false, root: new URL('.', import.meta.url).pathname, plugins: [react()], logLevel: 'error', resolve: { conditions: ['@greenapi/source', 'module', 'import', 'development|production', 'default'] }, server: { port: 5199, fs: { strict: false } } , cacheDir: '/tmp/ra-vite' })
await server.listen()
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
const shots = [['light-1', 1, 'light', ''], ['light-2', 2, 'light', ''], ['dark-2', 2, 'dark', ''], ['rtl-1', 1, 'light', '?dir=rtl'], ['forced-1', 1, 'light', '', 'active']]
for (const [name, dpr, scheme, q, forced] of shots.filter((s) => process.argv.length < 3 || process.argv.includes(s[0]))) {
  const page = await browser.newPage({ deviceScaleFactor: dpr, colorScheme: scheme, viewport: { width: 860, height: 900 }, ...(forced ? { forcedColors: forced } : {}) })
  page.on('console', (m) => ['error', 'warning'].includes(m.type()) && console.log(name, m.text().slice(0, 400)))
  page.on('pageerror', (e) => console.log(name, String(e).slice(0, 400)))
  await page.goto('http://localhost:5199/' + q); await page.waitForTimeout(1500)
  await page.screenshot({ path: `/tmp/ra-${name}.png`, fullPage: true }); await page.close()
}
await browser.close(); await server.close(); process.exit(0)
