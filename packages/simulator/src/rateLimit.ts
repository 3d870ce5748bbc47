/** Says whether a call fits into its limit; a call that fits is remembered, a refused one is not. */
export type RateLimit = (key: string, at: number) => boolean

/** At most `limit` accepted calls per key in any sliding window of `windowMs`. */
export function createRateLimit(limit: number, windowMs: number): RateLimit {
  if (limit === Infinity) return () => true
  const accepted = new Map<string, number[]>()
  return (key, at) => {
    const recent = (accepted.get(key) ?? []).filter((time) => at - time < windowMs)
    const fits = recent.length < limit
    if (fits) recent.push(at)
    accepted.set(key, recent)
    return fits
  }
}
