import type { Reader } from './createReader.js'

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** An https url; plain http only on this machine, or where private addresses are allowed. */
export function readServiceUrl(read: Reader, env: string): URL | undefined {
  const text = read.text(env)
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isPlainAllowed =
    url !== undefined && (LOOPBACK.test(url.hostname) || read.isOn('AVATAR_ALLOW_PRIVATE_ADDRESSES'))
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isPlainAllowed)) {
    if (url.username === '' && url.password === '') return url
    read.refuse(env, 'holds a user name or password, which would show in logs of proxies. Leave them out.')
    return undefined
  }
  read.refuse(env, 'must be an https url; http is for this machine alone.')
  return undefined
}
