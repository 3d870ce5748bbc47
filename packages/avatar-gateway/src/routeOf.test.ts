import { describe, expect, it } from 'vitest'
import { routeOf } from './routeOf.js'

describe('routeOf', () => {
  it.each([
    ['/api/avatars', 'avatars'],
    ['/api/avatars/', 'avatars'],
    ['/api/avatars?chatId=1', 'avatars'],
    ['http://any.host:80/api/avatars?chatId=1', 'avatars'],
    ['/api/avatars/picture/abc?size=96', 'picture'],
    ['/healthz', 'healthz'],
    ['/readyz?from=probe', 'readyz'],
    ['http://any.host/metrics', 'metrics'],
    ['/', 'other'],
    ['*', 'other'],
    ['/api/avatarsx', 'other'],
    ['/x/api/avatars', 'other'],
    ['//api/avatars', 'other'],
    ['/api/avatars/metrics', 'other'],
    ['/api/avatars/picture/a/b', 'other'],
    ['/api/avatars/other', 'other'],
  ] as const)('%s is %s', (target, route) => {
    expect(routeOf(target, '/api/avatars')).toBe(route)
  })

  it('takes the root as base path, the program itself before it', () => {
    expect(routeOf('/', '')).toBe('avatars')
    expect(routeOf('/picture/abc', '')).toBe('picture')
    expect(routeOf('/metrics', '')).toBe('metrics')
  })
})
