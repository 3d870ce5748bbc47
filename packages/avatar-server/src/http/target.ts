/** A request target taken apart, without building an url from it. */
export interface Target {
  readonly path: string
  /** Without the question mark. */
  readonly query: string
}

export function splitTarget(target: string): Target {
  const end = target.indexOf('#')
  const text = end === -1 ? target : target.slice(0, end)
  const mark = text.indexOf('?')
  return mark === -1 ? { path: text, query: '' } : { path: text.slice(0, mark), query: text.slice(mark + 1) }
}

/** The sealed text of a picture path: `…/picture/{sealed}`, whatever stands before. */
export function pictureOf(path: string): string | undefined {
  const slash = path.lastIndexOf('/')
  return path.endsWith('/picture', slash) ? path.slice(slash + 1) : undefined
}

/**
 * The first value of a query parameter; `undefined` when it is missing, `null` when its escapes are broken.
 * `+` is a space, as forms send it.
 */
export function queryValue(query: string, name: string): string | null | undefined {
  for (let start = 0; start < query.length;) {
    const next = query.indexOf('&', start)
    const end = next === -1 ? query.length : next
    if (query.startsWith(name, start)) {
      const after = start + name.length
      if (after === end) return ''
      if (query[after] === '=') return decode(query.slice(after + 1, end))
    }
    start = end + 1
  }
  return undefined
}

function decode(text: string): string | null {
  if (!/[%+]/.test(text)) return text
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return null
  }
}
