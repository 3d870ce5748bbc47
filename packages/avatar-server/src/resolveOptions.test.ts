import { describe, expect, it } from 'vitest'
import { DEFAULTS } from './defaults.js'
import { resolveOptions } from './resolveOptions.js'

const TOKEN = 'd75b3a66374942c5b3c019c698abc2067e151558acbd412345'

const resolve = (options: object) => resolveOptions({ authorize: 'public', ...options })

describe('resolveOptions', () => {
  it('puts every default in', () => {
    const { lifetimes, backOff, cache, rate, breaker, upstream, budgets, lookUpDeadlineMs, maxInstances } =
      resolve({})
    const numbers = {
      lifetimes,
      backOff,
      cache,
      rate,
      breaker,
      upstream,
      budgets,
      lookUpDeadlineMs,
      maxInstances,
    }
    expect(numbers).toEqual(DEFAULTS)
  })

  it('keeps what is given beside the defaults', () => {
    expect(resolve({ rate: { perSecond: 5 } }).rate).toEqual({ perSecond: 5, maxQueued: 1_000 })
    expect(resolve({ rate: { perSecond: undefined } }).rate).toEqual(DEFAULTS.rate)
    expect(resolve({ budgets: false }).budgets).toBeUndefined()
    expect(resolve({ trustProxy: true }).trustProxy).toBe(1)
  })

  it.each<[options: object, type: typeof TypeError | typeof RangeError, message: RegExp]>([
    [{ rate: { perSecond: 0 } }, RangeError, /rate\.perSecond must be a whole number from 1/],
    [{ rate: { perSecond: 1.5 } }, RangeError, /rate\.perSecond/],
    [{ rate: { perSecond: '10' } }, RangeError, /rate\.perSecond/],
    [{ rate: { persecond: 10 } }, TypeError, /rate has no option persecond\. It has perSecond, maxQueued/],
    [{ rate: 10 }, TypeError, /rate must be an object/],
    [{ lifetimes: { foundMs: -1 } }, RangeError, /lifetimes\.foundMs/],
    [{ backOff: { minMs: 10, maxMs: 5 } }, RangeError, /backOff\.minMs is above/],
    [{ lookUpDeadlineMs: Number.NaN }, RangeError, /lookUpDeadlineMs/],
    [{ trustProxy: -1 }, RangeError, /trustProxy/],
    [{ budgets: { requests: { points: 0 } } }, RangeError, /budgets\.requests\.points/],
    [{ messenger: 'signal' }, TypeError, /messenger must be 'whatsapp' or 'max' or 'telegram'/],
    [{ pictures: 'no' }, TypeError, /pictures must be 'proxy' or 'link'/],
    [{ cors: {} }, TypeError, /cors\.origins must be a list of exact origins/],
    [{ cors: { origins: ['*'] } }, TypeError, /'\*' is not possible/],
    [{ cors: { origins: ['https://a.example/'] } }, TypeError, /cors\.origins/],
    [{ onEvent: true }, TypeError, /onEvent must be a function/],
    [{ fetch: 'x' }, TypeError, /fetch must be a function/],
    [{ secret: 'x'.repeat(31) }, RangeError, /secret is too short/],
    [{ pictureCacheBytes: 0 }, RangeError, /pictureCacheBytes/],
    [{ credentials: { idInstance: '7835123456', apiToken: TOKEN } }, TypeError, /WABA/],
    [{ credentials: { idInstance: '', apiToken: TOKEN } }, TypeError, /idInstance/],
    [{ credentials: { idInstance: '1101', apiToken: ` ${TOKEN}!` } }, TypeError, /apiToken/],
  ])('refuses %o at creation', (options, type, message) => {
    const run = () => resolve(options)
    expect(run).toThrow(type)
    expect(run).toThrow(message)
    expect(run).toThrow(/^@greenapi\/avatar-server: /)
    expect(run).not.toThrow(TOKEN)
  })

  it('reads the environment at first use only', () => {
    expect(() => resolve({})).not.toThrow()
  })
})
