/** Which calls a kind of fault can happen to: any API method, only getAvatar, or the picture CDN. */
export type FaultPlace = 'api' | 'getAvatar' | 'picture'

/** What one kind of fault does. */
export interface FaultFacts {
  readonly on: FaultPlace
  readonly what: string
}

/** Every kind of fault. */
export type FaultKind =
  // The connection
  | 'hang'
  | 'slow'
  | 'slow_body'
  | 'reset'
  | 'cut_body'
  // Bodies of no use, HTTP 200
  | 'malformed_json'
  | 'empty_body'
  | 'empty_object'
  | 'huge_body'
  | 'bare_string'
  | 'rate_overlimit'
  | 'html_page'
  // Refusals
  | 'bad_request'
  | 'validation_failed'
  | 'avatar_timeout'
  | 'instance_starting'
  | 'instance_unready'
  | 'instance_not_authorized'
  | 'instance_expired'
  | 'instance_deleted'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'rate_limited'
  | 'quota_invoke'
  | 'quota_invoke_text'
  | 'quota_correspondents'
  | 'quota_correspondents_text'
  | 'client_closed'
  | 'server_error'
  | 'server_error_text'
  | 'bad_gateway'
  | 'unavailable'
  | 'gateway_timeout'
  // Failures and dirt inside a 200 of getAvatar
  | 'reason_bad_request'
  | 'reason_timeout'
  | 'url_missing'
  | 'url_null'
  | 'url_undefined_text'
  | 'url_null_text'
  | 'url_number'
  | 'available_missing'
  | 'base64_undefined_text'
  | 'base64_null_text'
  | 'base64_broken'
  | 'link_expired'
  | 'link_without_expiry'
  | 'link_preview'
  | 'link_foreign_host'
  | 'link_private_address'
  | 'link_not_a_url'
  // The picture CDN
  | 'picture_expired'
  | 'picture_not_found'
  | 'picture_gone'
  | 'picture_server_error'
  | 'picture_hang'
  | 'picture_slow'
  | 'picture_slow_body'
  | 'picture_reset'
  | 'picture_cut'
  | 'picture_endless'
  | 'picture_huge'
  | 'picture_empty'
  | 'picture_html'
  | 'picture_svg'
  | 'picture_plain_type'
  | 'picture_redirect'

/** Where each kind of fault can happen, and what it does. */
export const FAULTS: Readonly<Record<FaultKind, FaultFacts>> = {
  // The connection
  hang: { on: 'api', what: 'no answer until the caller leaves' },
  slow: { on: 'api', what: 'the usual answer, after delayMs' },
  slow_body: { on: 'api', what: 'status and headers at once, the body in pieces over delayMs' },
  reset: { on: 'api', what: 'the connection is dropped before any answer' },
  cut_body: { on: 'api', what: 'the connection is dropped half-way through the body' },
  // Bodies of no use, HTTP 200
  malformed_json: { on: 'api', what: '200, half of the JSON, then a clean end' },
  empty_body: { on: 'api', what: '200 without a body' },
  empty_object: { on: 'api', what: '200 {}' },
  huge_body: { on: 'api', what: '200, 20 MB of JSON, streamed' },
  bare_string: { on: 'api', what: '200, a bare JSON string instead of an object' },
  rate_overlimit: { on: 'api', what: '200, the plain text rate-overlimit' },
  html_page: { on: 'api', what: '200, an HTML page of a gateway' },
  // Refusals
  bad_request: { on: 'api', what: '400 bad request data (token inside path)' },
  validation_failed: {
    on: 'api',
    what: '400 Bad Request Validation failed, with details (token inside path)',
  },
  avatar_timeout: { on: 'getAvatar', what: '400 get avatar timeout limit exceeded (token inside path)' },
  instance_starting: { on: 'api', what: '400 instance in starting process try later' },
  instance_unready: { on: 'api', what: '400 instance is starting or not authorized' },
  instance_not_authorized: { on: 'api', what: '400 instance account not authorized' },
  instance_expired: { on: 'api', what: '400 Instance account is expired…' },
  instance_deleted: { on: 'api', what: '400 Instance is deleted' },
  unauthorized: { on: 'api', what: '401, as for a wrong token' },
  forbidden: { on: 'api', what: '403, as for a wrong instance or host' },
  not_found: { on: 'api', what: '404, as for a wrong method (token inside path)' },
  rate_limited: { on: 'api', what: '429 without Retry-After (token inside path)' },
  quota_invoke: { on: 'api', what: '466 invokeStatus, QUOTE_EXCEEDED, numbers' },
  quota_invoke_text: { on: 'api', what: '466 invokeStatus, QUOTA_EXCEEDED, numbers as strings' },
  quota_correspondents: {
    on: 'api',
    what: '466 correspondentsStatus, CORRESPONDENTS_QUOTE_EXCEEDED, numbers',
  },
  quota_correspondents_text: {
    on: 'api',
    what: '466 correspondentsStatus, CORRESPONDENTS_QUOTA_EXCEEDED, strings',
  },
  client_closed: { on: 'api', what: '499 plain text' },
  server_error: { on: 'api', what: '500 JSON (token inside path)' },
  server_error_text: { on: 'api', what: '500 plain text' },
  bad_gateway: { on: 'api', what: '502 HTML page' },
  unavailable: { on: 'api', what: '503 plain text' },
  gateway_timeout: { on: 'api', what: '504 HTML page' },
  // Failures and dirt inside a 200 of getAvatar
  reason_bad_request: { on: 'getAvatar', what: '200, existsWhatsapp false, reason: bad request data' },
  reason_timeout: {
    on: 'getAvatar',
    what: '200, existsWhatsapp false, reason: get avatar timeout limit exceeded',
  },
  url_missing: { on: 'getAvatar', what: 'the usual answer without urlAvatar' },
  url_null: { on: 'getAvatar', what: 'the usual answer with urlAvatar null' },
  url_undefined_text: { on: 'getAvatar', what: 'the usual answer with urlAvatar "undefined"' },
  url_null_text: { on: 'getAvatar', what: 'the usual answer with urlAvatar "null"' },
  url_number: { on: 'getAvatar', what: 'the usual answer with urlAvatar 0' },
  available_missing: { on: 'getAvatar', what: 'the usual answer without available' },
  base64_undefined_text: { on: 'getAvatar', what: 'the usual answer with base64Avatar "undefined"' },
  base64_null_text: { on: 'getAvatar', what: 'the usual answer with base64Avatar "null"' },
  base64_broken: { on: 'getAvatar', what: 'the usual answer with a base64Avatar that is no picture' },
  link_expired: { on: 'getAvatar', what: 'a picture link whose oe has passed' },
  link_without_expiry: { on: 'getAvatar', what: 'a picture link without oe (the CDN serves it)' },
  link_preview: { on: 'getAvatar', what: 'a picture link in the preview form, stp=dst-jpg_s96x96' },
  link_foreign_host: { on: 'getAvatar', what: 'a picture link to a host that is not a picture CDN' },
  link_private_address: { on: 'getAvatar', what: 'a picture link to a cloud metadata address' },
  link_not_a_url: { on: 'getAvatar', what: 'a urlAvatar that is no url' },
  // The picture CDN
  picture_expired: { on: 'picture', what: '403 URL signature expired, though oe has not passed' },
  picture_not_found: { on: 'picture', what: '404' },
  picture_gone: { on: 'picture', what: '410' },
  picture_server_error: { on: 'picture', what: '503 plain text' },
  picture_hang: { on: 'picture', what: 'no answer until the caller leaves' },
  picture_slow: { on: 'picture', what: 'the picture, after delayMs' },
  picture_slow_body: { on: 'picture', what: 'headers at once, the bytes in pieces over delayMs' },
  picture_reset: { on: 'picture', what: 'the connection is dropped before any answer' },
  picture_cut: { on: 'picture', what: 'the connection is dropped half-way through the bytes' },
  picture_endless: { on: 'picture', what: 'a JPEG that never ends, without Content-Length' },
  picture_huge: { on: 'picture', what: 'a JPEG of 8 MB, with Content-Length' },
  picture_empty: { on: 'picture', what: '200 image/jpeg without bytes' },
  picture_html: { on: 'picture', what: 'an HTML page with a script, as image/jpeg' },
  picture_svg: { on: 'picture', what: 'an SVG with a script, as image/jpeg' },
  picture_plain_type: { on: 'picture', what: 'the picture as application/octet-stream' },
  picture_redirect: { on: 'picture', what: '302 to a cloud metadata address' },
}

/** Is this text the name of a kind of fault? */
export function isFaultKind(text: string): text is FaultKind {
  return Object.hasOwn(FAULTS, text)
}
