import { text } from '../answers/bodies.js'
import { wait, waitForever } from '../wait.js'
import type { ChosenFault } from '../faults/plan.js'
import { cutBody, longBody, slowBody } from '../answers/streams.js'

const HUGE_BYTES = 8_000_000
const encoder = new TextEncoder()
const HTML = '<!doctype html><html><body><script>document.title = "a script ran"</script></body></html>'
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="640"><script>alert(1)</script></svg>'

/** What a fault of the CDN needs to know. */
export interface PictureFaultFacts {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly signal: AbortSignal
  /** The usual answer. */
  readonly usual: (body: Uint8Array<ArrayBuffer>) => Response
}

/** Answers a picture request with its fault. */
export async function pictureFault(fault: ChosenFault, facts: PictureFaultFacts): Promise<Response> {
  const { bytes, signal, usual } = facts
  const jpeg = (body: BodyInit | null, length?: number): Response =>
    new Response(body, {
      headers: {
        'content-type': 'image/jpeg',
        ...(length === undefined ? {} : { 'content-length': String(length) }),
      },
    })
  // Zeros inside the compressed part of a JPEG: still a JPEG for whoever looks at its first bytes only.
  const filler = new Uint8Array(65_536)

  switch (fault.kind) {
    case 'picture_expired':
      return text('URL signature expired', 403)
    case 'picture_not_found':
      return text('Not Found', 404)
    case 'picture_gone':
      return text('Gone', 410)
    case 'picture_server_error':
      return text('Service Unavailable', 503)
    case 'picture_hang':
      return waitForever(signal)
    case 'picture_slow':
      await wait(fault.delayMs, signal)
      return usual(bytes)
    case 'picture_slow_body':
      return jpeg(slowBody(bytes, fault.delayMs, signal), bytes.length)
    case 'picture_reset':
      throw new TypeError('fetch failed', { cause: new Error('connection reset') })
    case 'picture_cut':
      return jpeg(cutBody(bytes), bytes.length)
    case 'picture_endless':
      return jpeg(longBody(bytes.slice(0, -2), filler))
    case 'picture_huge':
      return jpeg(longBody(bytes.slice(0, -2), filler, HUGE_BYTES), HUGE_BYTES)
    case 'picture_empty':
      return jpeg(null, 0)
    case 'picture_html':
      return jpeg(encoder.encode(HTML))
    case 'picture_svg':
      return jpeg(encoder.encode(SVG))
    case 'picture_plain_type':
      return new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } })
    case 'picture_redirect':
      return new Response(null, {
        status: 302,
        headers: { location: 'http://169.254.169.254/latest/meta-data/' },
      })
    default:
      return usual(bytes)
  }
}
