import { page } from 'vitest/browser'

async function pixels(source: CanvasImageSource, width: number, height: number): Promise<Uint8ClampedArray> {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.drawImage(source, 0, 0, width, height)
  return context.getImageData(0, 0, width, height).data
}

const inLeftHalf = async (source: ImageBitmap): Promise<string> => {
  const { width, height } = source
  const at = (Math.floor(height / 2) * width + Math.floor(width / 4)) * 4
  return `rgb(${(await pixels(source, width, height)).slice(at, at + 3).join()})`
}

/** What is on screen where an element is. */
async function shot(element: Element): Promise<ImageBitmap> {
  const base64 = await page.elementLocator(element).screenshot({ save: false })
  return createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob())
}

/** The colour on screen in an element's left half. */
export const paintedColor = async (element: Element): Promise<string> => inLeftHalf(await shot(element))

/** All pixels on screen where an element is. */
export async function paintedPixels(element: Element): Promise<number[]> {
  const bitmap = await shot(element)
  return [...(await pixels(bitmap, bitmap.width, bitmap.height))]
}

/** The colour of a picture of the test picture server. */
export const pictureColor = async (url: string): Promise<string> =>
  inLeftHalf(await createImageBitmap(await (await fetch(url)).blob()))
