import { mkdir, writeFile } from 'node:fs/promises'
import { chromium } from 'playwright'
import type { Page } from 'playwright'
import { PICTURES } from '../src/pictures/pictures.js'
import { DRAWINGS } from './drawing/drawings.js'

/**
 * Draws every picture of the package into `pictures/`:
 *
 *     CHROME_PATH=/usr/bin/chromium node --import tsx packages/simulator/scripts/makePictures.ts [id…]
 *
 * The drawings are SVG with light, blur and film grain; the browser turns them into JPEG files of a size that WhatsApp's have.
 */
const MIN_BYTES = 22_000
const MAX_BYTES = 35_500
const folder = new URL('../pictures/', import.meta.url)

async function jpeg(page: Page, svg: string): Promise<{ bytes: Buffer; quality: number }> {
  await page.setContent(`<style>body{margin:0;background:#888}</style>${svg}`)
  for (let quality = 86; ; quality -= 2) {
    const bytes = await page.screenshot({
      type: 'jpeg',
      quality,
      clip: { x: 0, y: 0, width: 640, height: 640 },
    })
    if (bytes.length <= MAX_BYTES || quality <= 50) return { bytes, quality }
  }
}

const executablePath = process.env['CHROME_PATH']
const browser = await chromium.launch({
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
  ...(executablePath === undefined ? {} : { executablePath }),
})
try {
  const page = await browser.newPage({ viewport: { width: 640, height: 640 } })
  await mkdir(folder, { recursive: true })
  const wanted = process.argv.slice(2)
  let total = 0
  for (const { id } of PICTURES) {
    if (wanted.length > 0 && !wanted.includes(id)) continue
    const draw = DRAWINGS.get(id)
    if (draw === undefined) throw new Error(`scripts/drawing has no drawing of ${id}`)
    const { bytes, quality } = await jpeg(page, draw())
    await writeFile(new URL(`${id}.jpg`, folder), bytes)
    total += bytes.length
    const size = `${(bytes.length / 1_000).toFixed(1)} kB`
    console.log(
      `${id.padEnd(20)} ${size.padStart(8)}  quality ${quality}${bytes.length < MIN_BYTES ? '  SMALL' : ''}`,
    )
  }
  console.log(`total ${(total / 1_000_000).toFixed(2)} MB`)
} finally {
  await browser.close()
}
