import { systemClock } from '../time/clock.js'
import type { Clock } from '../time/clock.js'
import type { PicturePolicy } from './checkPictureUrl.js'
import { DEFAULT_PICTURE_HOSTS, parsePictureHost } from './pictureHosts.js'
import type { PictureTransport } from './transport.js'
import type { PictureEvent, PictureResizer } from './types.js'

/** What the picture route of one WhatsApp number is made from. */
export interface PicturesOptions {
  /** Makes the sizes: `sharpResizer()` of `@greenapi/avatar-server/sharp`. Without one, originals are served. */
  readonly resizer?: PictureResizer | undefined
  /**
   * Hosts that pictures may come from, beside WhatsApp's own: `cdn.example.com`, `*.example.com`, or with a port,
   * `127.0.0.1:4010`. Without a port only 443.
   */
  readonly pictureHosts?: readonly string[] | undefined
  /**
   * Lets the hosts in `pictureHosts` be on this machine or a local network, and those with a port be spoken to by
   * plain http. For a simulator; `false` by default.
   */
  readonly allowPrivateAddresses?: boolean | undefined
  /**
   * `url` (default): who has a url sees the picture, until it dies after 24 to 48 hours. `authorize`: each request
   * is checked, and browsers ask each time.
   */
  readonly pictureAccess?: 'url' | 'authorize' | undefined
  /** Shared caches may keep pictures: only where everybody may see them. `false` by default. */
  readonly isPublic?: boolean | undefined
  /** Pages of other origins show the pictures. `false` by default. */
  readonly isCrossOrigin?: boolean | undefined
  /** Memory for pictures, in bytes: 64 MiB by default. */
  readonly pictureCacheBytes?: number | undefined
  /** The largest picture fetched, in bytes: 2 MiB by default. */
  readonly maxPictureBytes?: number | undefined
  /** For fetching one picture, redirects and body included, in ms: 10,000 by default. */
  readonly pictureTimeoutMs?: number | undefined
  readonly onEvent?: ((event: PictureEvent) => void) | undefined
  readonly clock?: Clock | undefined
  /** How pictures are fetched: over Node's own `https`, with pinned addresses, by default. */
  readonly transport?: PictureTransport | undefined
}

/** The same, checked and complete. */
export interface ResolvedPicturesOptions {
  readonly resizer: PictureResizer | undefined
  readonly policy: PicturePolicy
  readonly pictureAccess: 'url' | 'authorize'
  readonly isPublic: boolean
  readonly isCrossOrigin: boolean
  readonly pictureCacheBytes: number
  readonly maxPictureBytes: number
  readonly pictureTimeoutMs: number
  readonly emit: (event: PictureEvent) => void
  readonly clock: Clock
  readonly transport: PictureTransport | undefined
}

const MEBIBYTE = 1_048_576

function positiveInteger(name: string, value: number, max: number): number {
  if (Number.isInteger(value) && value >= 1 && value <= max) return value
  throw new RangeError(`@greenapi/avatar-server: ${name} must be a whole number from 1 to ${max}.`)
}

/**
 * Checks the options; call it at creation, for the keys come later.
 *
 * @throws {RangeError | TypeError} With the name of the option that is wrong.
 */
export function resolvePicturesOptions(options: PicturesOptions): ResolvedPicturesOptions {
  const { pictureAccess = 'url', onEvent } = options
  if (pictureAccess !== 'url' && pictureAccess !== 'authorize') {
    throw new TypeError("@greenapi/avatar-server: pictureAccess must be 'url' or 'authorize'.")
  }
  return {
    resizer: options.resizer,
    policy: {
      // The app's own entries first: they may say more about a host than the built-in ones.
      hosts: [...(options.pictureHosts ?? []).map(parsePictureHost), ...DEFAULT_PICTURE_HOSTS],
      allowPrivateAddresses: options.allowPrivateAddresses ?? false,
    },
    pictureAccess,
    isPublic: options.isPublic ?? false,
    isCrossOrigin: options.isCrossOrigin ?? false,
    pictureCacheBytes: positiveInteger(
      'pictureCacheBytes',
      options.pictureCacheBytes ?? 64 * MEBIBYTE,
      Number.MAX_SAFE_INTEGER,
    ),
    maxPictureBytes: positiveInteger(
      'maxPictureBytes',
      options.maxPictureBytes ?? 2 * MEBIBYTE,
      64 * MEBIBYTE,
    ),
    pictureTimeoutMs: positiveInteger('pictureTimeoutMs', options.pictureTimeoutMs ?? 10_000, 120_000),
    emit(event) {
      try {
        onEvent?.(event)
      } catch {
        // A listener that throws must not take a picture away from anybody.
      }
    },
    clock: options.clock ?? systemClock,
    transport: options.transport,
  }
}
