import { page } from 'vitest/browser'

async function pixel(source: CanvasImageSource, width: number, height: number): Promise<string> {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.drawImage(source, 0, 0, width, height)
  const [red, green, blue] = context.getImageData(Math.floor(width / 4), Math.floor(height / 2), 1, 1).data
  return `rgb(${red}, ${green}, ${blue})`
}

/** The colour on screen in an element's left half. */
export async function paintedColor(element: Element): Promise<string> {
  const base64 = await page.elementLocator(element).screenshot({ save: false })
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob())
  return pixel(bitmap, bitmap.width, bitmap.height)
}

/** The colour of a picture of the test picture server. */
export async function pictureColor(url: string): Promise<string> {
  const bitmap = await createImageBitmap(await (await fetch(url)).blob())
  return pixel(bitmap, bitmap.width, bitmap.height)
}
