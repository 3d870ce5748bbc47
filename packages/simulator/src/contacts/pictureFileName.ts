import { hashText } from '../random.js'

/**
 * The last path segment of a picture link, `<a>_<b>_<c>_n.jpg`. It names one upload of one chat, so it stays while the picture
 * stays, whatever the rest of the link does.
 */
export function pictureFileName(seed: string, chatId: string, pictureId: string, upload: number): string {
  const what = `${seed}|${chatId}|${pictureId}|${upload}`
  const digits = (count: number, salt: number): string => {
    let text = ''
    for (let index = 0; text.length < count; index += 1)
      text += String(hashText(what, salt + index))
        .padStart(10, '0')
        .slice(1)
    return text.slice(0, count)
  }
  return `4${digits(8, 1)}_1${digits(15, 11)}_${1 + (hashText(what, 21) % 9)}${digits(18, 31)}_n.jpg`
}
