import { AvatarError, encodeProblem } from '@greenapi/avatar-core/protocol'
import type { CachedPicture } from './createPictureCache.js'
import type { PictureProblem, PictureResponse } from './types.js'

/** How long a browser may remember that a picture is gone. */
const GONE_FOR_SECONDS = 60
const MINUTE_MS = 60_000

export interface PictureResponseOptions {
  readonly access: 'url' | 'authorize'
  /** Shared caches may keep pictures. */
  readonly isPublic: boolean
  /** Pages of other origins show the pictures. */
  readonly isCrossOrigin: boolean
}

/** Builds the responses of the picture route. */
export interface PictureResponses {
  picture(picture: CachedPicture, lifeLeftMs: number): PictureResponse
  notModified(etag: string, lifeLeftMs: number): PictureResponse
  problem(problem: PictureProblem): PictureResponse
  methodNotAllowed(): PictureResponse
}

export function createPictureResponses(options: PictureResponseOptions): PictureResponses {
  const always = {
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    ...(options.isCrossOrigin ? { 'cross-origin-resource-policy': 'cross-origin' } : {}),
  }
  const isChecked = options.access === 'authorize'
  const cacheControl = (minutes: number): string =>
    isChecked
      ? 'private, no-cache'
      : `${options.isPublic ? 'public' : 'private'}, max-age=${minutes * 60}, immutable`

  const refuse = (
    status: number,
    problem: object,
    headers: Readonly<Record<string, string>>,
  ): PictureResponse => ({
    status,
    headers: { ...always, 'content-type': 'application/problem+json', ...headers },
    body: JSON.stringify(problem),
  })

  return {
    picture(picture, lifeLeftMs) {
      // Whole minutes: the headers of one picture are made once a minute, and never promise too long a life.
      const minutes = isChecked ? 0 : Math.floor(lifeLeftMs / MINUTE_MS)
      if (picture.ready?.minutes !== minutes) {
        const headers = {
          ...always,
          'content-type': picture.type,
          'content-length': String(picture.bytes.length),
          'cache-control': cacheControl(minutes),
          etag: picture.etag,
        }
        picture.ready = { minutes, headers }
      }
      return { status: 200, headers: picture.ready.headers, body: picture.bytes }
    },
    notModified: (etag, lifeLeftMs) => ({
      status: 304,
      headers: { ...always, 'cache-control': cacheControl(Math.floor(lifeLeftMs / MINUTE_MS)), etag },
      body: undefined,
    }),
    problem(problem) {
      if (problem.kind === 'gone') {
        const detail =
          'This picture url is over or was never one. Look the chat up again to get the present one.'
        return refuse(
          404,
          { ...encodeProblem(new AvatarError('missing_result')), status: 404, detail },
          {
            'cache-control': isChecked ? 'no-store' : `private, max-age=${GONE_FOR_SECONDS}`,
          },
        )
      }
      const { code, retryAfterMs } = problem
      const error = new AvatarError(code, { retryAfterMs })
      return refuse(error.status, encodeProblem(error), {
        'cache-control': 'no-store',
        ...(retryAfterMs === undefined ? {} : { 'retry-after': String(Math.ceil(retryAfterMs / 1_000)) }),
      })
    },
    methodNotAllowed() {
      const body = {
        type: 'about:blank',
        title: 'Method Not Allowed',
        status: 405,
        detail: 'Use GET or HEAD.',
      }
      return refuse(405, body, { allow: 'GET, HEAD', 'cache-control': 'no-store' })
    },
  }
}

/** Does a list of entity tags hold this one? Weak comparison, as If-None-Match asks for (RFC 9110, 13.1.2). */
export function matchesEtag(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true
  const opaque = etag.replace(/^W\//, '')
  return (ifNoneMatch.match(/(?:W\/)?"[^"]*"/g) ?? []).some((tag) => tag.replace(/^W\//, '') === opaque)
}
