/**
 * When a WhatsApp picture link dies: its `oe` parameter (hexadecimal unix seconds), as milliseconds since the epoch.
 *
 * @returns undefined for links without a readable `oe`.
 * @example
 * pictureLinkExpiry('https://pps.whatsapp.net/v/t61.24694-24/1_2_3_n.jpg?oe=66B1C200') // 1722925568000
 */
export function pictureLinkExpiry(link: string): number | undefined {
  const [, hex = ''] = /[?&]oe=([\da-f]+)(?![^&#])/i.exec(link) ?? []
  return Number.parseInt(hex, 16) * 1000 || undefined
}

/**
 * What tells one picture from another: the last segment of the link's path. The rest of the link changes with every call for
 * the same picture, so the whole link must never be used as identity.
 *
 * @returns undefined for links whose path ends in nothing.
 * @example
 * pictureLinkId('https://pps.whatsapp.net/v/t61.24694-24/1_2_3_n.jpg?oe=66B1C200') // '1_2_3_n.jpg'
 */
export const pictureLinkId = (link: string): string | undefined =>
  /^\w+:\/\/[^?#]*\/([^/?#]+)(?:[?#]|$)/.exec(link)?.[1]
