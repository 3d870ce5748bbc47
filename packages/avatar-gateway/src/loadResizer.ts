import type { PictureResizer } from '@greenapi/avatar-server'

/** The resizer, where `sharp` is installed; it is optional. */
export async function loadResizer(): Promise<PictureResizer | undefined> {
  try {
    const { sharpResizer } = await import('@greenapi/avatar-server/sharp')
    return sharpResizer()
  } catch {
    // Not installed, or built for another system: originals are served.
    return undefined
  }
}
