import { describe, expect, it } from 'vitest'
import { pictureOf, queryValue, splitTarget } from './target.js'

describe('splitTarget', () => {
  it.each([
    ['/api/avatars', '/api/avatars', ''],
    ['/api/avatars?chatId=1', '/api/avatars', 'chatId=1'],
    ['/a?b?c#d?e', '/a', 'b?c'],
    ['http://other/a?b', 'http://other/a', 'b'],
    ['?chatId=1', '', 'chatId=1'],
    ['*', '*', ''],
  ])('takes %s apart', (target, path, query) => {
    expect(splitTarget(target)).toEqual({ path, query })
  })
})

describe('pictureOf', () => {
  it.each([
    ['/picture/abc', 'abc'],
    ['/api/avatars/picture/abc', 'abc'],
    ['http://other/x/picture/abc', 'abc'],
    ['/picture/', ''],
    ['/picture', undefined],
    ['/nopicture/abc', undefined],
    ['/picture/abc/', undefined],
    ['', undefined],
  ])('reads %s', (path, sealed) => {
    expect(pictureOf(path)).toBe(sealed)
  })
})

describe('queryValue', () => {
  it.each([
    ['chatId=5521%40c.us', '5521@c.us'],
    ['a=1&chatId=2&chatId=3', '2'],
    ['chatIds=1&chatId=2', '2'],
    ['chatId', ''],
    ['chatId=', ''],
    ['chatId=+55+21', ' 55 21'],
    ['chatId=a=b', 'a=b'],
    ['chatId=%E0%A4%A', null],
    ['x=chatId', undefined],
    ['&&', undefined],
    ['', undefined],
  ])('finds chatId in %s', (query, value) => {
    expect(queryValue(query, 'chatId')).toBe(value)
  })
})
