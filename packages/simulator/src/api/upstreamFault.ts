import { errorBody, htmlPage, json, text } from '../answers/bodies.js'
import type { CallMethod } from '../callMethod.js'
import type { Visit } from '../world.js'
import { wait, waitForever } from '../wait.js'
import { quotaBody } from './quota.js'
import { cutBody, hugeJson, slowBody } from '../answers/streams.js'

const HUGE_BYTES = 20_000_000
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }

/** The state that getStateInstance reports for an instance that refuses its calls. */
const STATES: Partial<Record<string, string>> = {
  instance_starting: 'starting',
  instance_unready: 'notAuthorized',
  instance_not_authorized: 'notAuthorized',
}

/** Answers a call of the API with its fault; without one, or with dirt that the answer itself holds, with `answer`. */
export async function upstreamFault(
  visit: Visit,
  answer: () => Promise<Response> | Response,
): Promise<Response> {
  const { fault, call, url, request } = visit
  if (fault === undefined) return answer()
  const error = (status: number, message: string): Response =>
    errorBody({ status, path: url.pathname, at: call.at, message })
  const state = call.method === 'getStateInstance' ? STATES[fault.kind] : undefined
  if (state !== undefined) return json({ stateInstance: state })

  switch (fault.kind) {
    case 'hang':
      return waitForever(request.signal)
    case 'slow':
      await wait(fault.delayMs, request.signal)
      return answer()
    case 'slow_body': {
      const usual = await answer()
      return sameHead(usual, slowBody(await bytesOf(usual), fault.delayMs, request.signal))
    }
    case 'reset':
      throw new TypeError('fetch failed', { cause: new Error('connection reset') })
    case 'cut_body': {
      const usual = await answer()
      const bytes = await bytesOf(usual)
      usual.headers.set('content-length', String(bytes.length))
      return sameHead(usual, cutBody(bytes))
    }
    case 'malformed_json': {
      const usual = await (await answer()).text()
      return new Response(usual.slice(0, usual.length >> 1), { headers: JSON_TYPE })
    }
    case 'empty_body':
      return new Response(null, { headers: JSON_TYPE })
    case 'empty_object':
      return json({})
    case 'huge_body':
      return new Response(hugeJson(HUGE_BYTES), { headers: JSON_TYPE })
    case 'bare_string':
      return json('Internal error, try again later')
    case 'rate_overlimit':
      return text('rate-overlimit', 200)
    case 'html_page':
      return htmlPage('Service is being updated', 200)
    case 'bad_request':
      return error(400, 'bad request data')
    case 'validation_failed':
      return error(400, `Bad Request Validation failed. Details: '${fieldOf(call.method)}' is not valid`)
    case 'avatar_timeout':
      return error(400, 'get avatar timeout limit exceeded')
    case 'instance_starting':
      return error(400, 'instance in starting process try later')
    case 'instance_unready':
      return error(400, 'instance is starting or not authorized')
    case 'instance_not_authorized':
      return error(400, 'instance account not authorized')
    case 'instance_expired':
      return error(400, 'Instance account is expired. Renew your instance from personal area')
    case 'instance_deleted':
      return error(400, 'Instance is deleted')
    case 'unauthorized':
      return error(401, 'Unauthorized')
    case 'forbidden':
      return text('Forbidden', 403)
    case 'not_found':
      return error(404, `Cannot ${request.method} ${url.pathname}`)
    case 'rate_limited':
      return error(429, 'Too Many Requests')
    case 'quota_invoke':
    case 'quota_invoke_text':
    case 'quota_correspondents':
    case 'quota_correspondents_text':
      return json(quotaBody(fault.kind, call.method), 466)
    case 'client_closed':
      return text('Client Closed Request', 499)
    case 'server_error':
      return error(500, 'Internal server error')
    case 'server_error_text':
      return text('Internal Server Error', 500)
    case 'bad_gateway':
      return htmlPage('502 Bad Gateway', 502)
    case 'unavailable':
      return text('upstream connect error or disconnect/reset before headers', 503)
    case 'gateway_timeout':
      return htmlPage('504 Gateway Time-out', 504)
    default:
      return answer()
  }
}

function fieldOf(method: CallMethod): string {
  return method === 'checkWhatsapp' ? 'phoneNumber' : 'chatId'
}

async function bytesOf(usual: Response): Promise<Uint8Array> {
  return new Uint8Array(await usual.arrayBuffer())
}

function sameHead(usual: Response, body: ReadableStream<Uint8Array>): Response {
  return new Response(body, { status: usual.status, headers: usual.headers })
}
