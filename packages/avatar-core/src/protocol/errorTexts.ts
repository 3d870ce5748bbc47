import type { AvatarErrorCode } from './errorCodes.js'

// What happened, why, what to do next. Kept apart from the codes: browsers in production do without this file.
const TEXTS: Readonly<Record<AvatarErrorCode, string>> = {
  invalid_chat_id:
    'The chat id is not one. It is neither an international phone number of 7 to 16 digits nor an id such as "<digits>@c.us", "<digits>@g.us" or "<digits>@lid". Pass the id as GREEN-API gave it; check for "null" or "undefined" glued into it.',
  unsupported_chat_id:
    'The chat id is a channel or a broadcast list. GREEN-API gives no avatar for those. Do not ask for ids that end in "@newsletter" or "@broadcast".',
  bad_request:
    'The backend refused the request as malformed. It does not have the form of the protocol. Check that backendUrl is the avatar handler, and that both sides run versions that fit.',
  unauthorized:
    'The backend does not know who is asking. The session or token is missing or has run out. Sign in again, and pass `headers` or `credentials` to the client.',
  forbidden:
    'The backend does not let this user see this chat. Its `authorize` said no, or the page is not an allowed origin. Change `authorize` or `cors.origins` if that is wrong.',
  payload_too_large:
    'The request is larger than 16 KB. Ids are too long or too many. Send at most 100 ids in one request.',
  too_many_ids: 'The request has more than 100 chat ids. That is the limit of one request. Split it.',
  rate_limited:
    'Too many look-ups. A limit of the backend or of GREEN-API (10 a second per instance) is reached. Wait for retryAfterMs, then ask again.',
  overloaded:
    'The backend has more look-ups waiting than it takes. GREEN-API answers 10 a second per instance. Wait for retryAfterMs, then ask again.',
  quota_exceeded:
    'The monthly quota of this GREEN-API instance is used up. The Developer plan has one. Change the plan in the GREEN-API console, or wait for the first of next month.',
  instance_unavailable:
    'The GREEN-API instance cannot answer. It is starting, logged out, expired or deleted. Where retryAfterMs is given it is starting: wait. Else look at the instance in the GREEN-API console and link the phone again.',
  upstream_credentials:
    'GREEN-API cannot be asked with these credentials. The instance id, token or API url is missing, or they do not belong together. Check GREEN_API_ID_INSTANCE, GREEN_API_TOKEN and GREEN_API_URL on the server.',
  upstream_failed:
    'The backend got no answer from GREEN-API. GREEN-API is down or failed, or a proxy before the backend (a dev server, say) found no backend there. Ask again later; if it stays, see whether the backend runs, then look at the status page of GREEN-API.',
  upstream_timeout:
    'WhatsApp did not answer in time. GREEN-API or the contact is slow at the moment. Ask again later.',
  network:
    'No answer came from the backend. The device is offline, the address is wrong, CORS refused the page, or the connection broke. Check backendUrl (on a server it must be absolute) and the network.',
  timeout:
    'The backend sent nothing for too long. It hangs, or something in between holds the answer back. Ask again; if it stays, look for a buffering proxy or raise `timeoutMs`.',
  bad_response:
    'The answer cannot be read. It is not of the protocol: often an HTML page of a proxy or a log-in page. Check that backendUrl leads to the avatar handler. For a backend that passes GREEN-API through, set `batch: false` and `decode`.',
  missing_result:
    'The backend ended its answer without a line for this chat id. The connection was cut, or the backend left the id out. Ask again.',
  internal:
    'The backend failed on its own. An unexpected error happened in it. Look into the log of the backend.',
}

/**
 * The full text for a code: what happened, why, what to do next.
 *
 * In development an {@link AvatarError} carries it already. In production it carries a short text, so that browsers need not
 * load the table; a server that logs errors, or answers with them, takes the full text from here.
 *
 * @example
 * logger.warn(explainAvatarError(error.code))
 */
export const explainAvatarError = (code: AvatarErrorCode): string => `@greenapi/avatar-core: ${TEXTS[code]}`
