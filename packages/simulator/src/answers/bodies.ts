/** Answers with JSON, as GREEN-API writes it. */
export function json(body: unknown, status: number = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
  })
}

/** Answers with plain text. */
export function text(body: string, status: number): Response {
  return new Response(body, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })
}

/** Answers with the page of a gateway that stands before GREEN-API. */
export function htmlPage(title: string, status: number): Response {
  const page = `<html>\r\n<head><title>${title}</title></head>\r\n<body>\r\n<center><h1>${title}</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n`
  return new Response(page, { status, headers: { 'content-type': 'text/html' } })
}

/** What an error body tells: note that `path` holds the token. */
export interface ErrorFacts {
  readonly status: number
  /** The path of the call, token included. */
  readonly path: string
  readonly at: number
  readonly message: string
}

/** Answers with GREEN-API's error body. */
export function errorBody({ status, path, at, message }: ErrorFacts): Response {
  return json({ statusCode: status, timestamp: new Date(at).toISOString(), path, message }, status)
}
