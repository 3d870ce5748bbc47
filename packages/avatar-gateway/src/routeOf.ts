/** What a request is for, in the words of metrics and logs. */
export type Route = 'avatars' | 'picture' | 'healthz' | 'readyz' | 'metrics' | 'other'

const OPS_ROUTES: ReadonlyMap<string, Route> = new Map([
  ['/healthz', 'healthz'],
  ['/readyz', 'readyz'],
  ['/metrics', 'metrics'],
])

/** The route of a request target, which may also be in absolute form. The path must be right from its first character. */
export function routeOf(target: string, basePath: string): Route {
  const path = target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '')
  const ops = OPS_ROUTES.get(path)
  if (ops !== undefined) return ops
  if (!path.startsWith(basePath)) return 'other'
  const rest = path.slice(basePath.length)
  if (rest === '' || rest === '/') return 'avatars'
  return /^\/picture\/[^/]*$/.test(rest) ? 'picture' : 'other'
}
