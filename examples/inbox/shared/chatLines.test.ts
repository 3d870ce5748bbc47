import { describe, expect, it } from 'vitest'
import { parseChatJson, parseChatLines } from './chatLines.js'

describe('parseChatLines', () => {
  it('reads ids, phone numbers and names, one chat a line', () => {
    const { chats, problems } = parseChatLines(
      ['+55 21 99999-0000, Ana Lima', '120363043968066561@g.us;Book club', '102388094480549@lid'].join('\n'),
    )
    expect(problems).toEqual([])
    expect(chats).toEqual([
      { id: '5521999990000@c.us', name: 'Ana Lima', kind: 'person' },
      { id: '120363043968066561@g.us', name: 'Book club', kind: 'group' },
      { id: '102388094480549@lid', name: '', kind: 'person' },
    ])
  })

  it('skips empty lines and comments, and takes any line ending', () => {
    expect(parseChatLines('# people\r\n\r\n5521999990000\r  \n').chats).toHaveLength(1)
  })

  it('takes a chat once however often and in whatever form it is named', () => {
    const { chats } = parseChatLines('5521999990000@c.us, first\n+55 21 99999 0000, second')
    expect(chats).toEqual([{ id: '5521999990000@c.us', name: 'first', kind: 'person' }])
  })

  it('keeps commas inside a name', () => {
    expect(parseChatLines('5521999990000, Lima, Ana').chats[0]?.name).toBe('Lima, Ana')
  })

  it('says for each bad line where it is and what to write instead, and keeps the good ones', () => {
    const { chats, problems } = parseChatLines('null@c.us\n5521999990000\n, Ana\n120363@newsletter')
    expect(chats).toHaveLength(1)
    expect(problems.map(({ line }) => line)).toEqual([1, 3, 4])
    expect(problems[0]?.message).toMatch(/“null@c\.us” is not a chat id\. Write a number/)
    expect(problems[1]?.message).toMatch(/no chat id before the comma/)
    expect(problems[2]?.message).toMatch(/channel or a broadcast list/)
  })

  it('shortens what it repeats of a long line', () => {
    const message = parseChatLines('x'.repeat(500)).problems[0]?.message ?? ''
    expect(message).toContain(`“${'x'.repeat(40)}…”`)
    expect(message).not.toContain('x'.repeat(41))
  })
})

describe('parseChatJson', () => {
  it('reads strings and objects', () => {
    const text = JSON.stringify([
      '5521999990000',
      { id: '102388094480549@lid', name: 'Bo' },
      { chatId: '4915112345678' },
    ])
    expect(parseChatJson(text).chats.map(({ id, name }) => [id, name])).toEqual([
      ['5521999990000@c.us', ''],
      ['102388094480549@lid', 'Bo'],
      ['4915112345678@c.us', ''],
    ])
  })

  it('counts what it cannot read', () => {
    expect(parseChatJson('[null, 5521999990000, {}]').problems.map(({ line }) => line)).toEqual([1, 3])
  })

  it('refuses what is no list', () => {
    expect(() => parseChatJson('{}')).toThrow(/must hold a list/)
  })
})
