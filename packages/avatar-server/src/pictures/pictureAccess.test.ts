import { expect, test } from 'vitest'
import { CHAT, createLookUps, get, jpegBytes, sealOf, startPictures } from './pictures.kit.js'
import type { PictureContext } from './types.js'

const SOURCE = { chatId: CHAT, pictureId: '1_2_3_n.jpg', bytes: jpegBytes() }

test('default: who has the url sees the picture, and nobody is asked', async () => {
  const { pictures } = await startPictures(undefined)
  const context: PictureContext = { ...createLookUps(SOURCE), authorize: () => false }
  expect((await get(pictures, context, { sealed: sealOf(pictures, SOURCE) })).status).toBe(200)
})

test('authorize: each request is checked on the chat inside the url, and browsers have to ask', async () => {
  const { pictures } = await startPictures(undefined, { pictureAccess: 'authorize' })
  const asked: string[] = []
  const context: PictureContext = {
    ...createLookUps(SOURCE),
    authorize: async (chatId) => {
      asked.push(chatId)
      return true
    },
  }
  const sealed = sealOf(pictures, SOURCE)
  const { status, headers } = await get(pictures, context, { sealed })
  expect([status, headers['cache-control']]).toEqual([200, 'private, no-cache'])
  const again = await get(pictures, context, { sealed, ifNoneMatch: headers['etag'] ?? '' })
  expect([again.status, again.headers['cache-control']]).toEqual([304, 'private, no-cache'])
  expect(asked).toEqual([CHAT, CHAT])
})

test('authorize: once access is withdrawn the next request is refused, cached picture and entity tag or not', async () => {
  const { pictures } = await startPictures(undefined, { pictureAccess: 'authorize' })
  let allowed = true
  const context: PictureContext = { ...createLookUps(SOURCE), authorize: () => allowed }
  const sealed = sealOf(pictures, SOURCE)
  expect((await get(pictures, context, { sealed })).status).toBe(200)
  allowed = false
  for (const request of [{ sealed }, { sealed, ifNoneMatch: '*' }, { sealed, method: 'HEAD' }]) {
    expect(await get(pictures, context, request)).toMatchObject({
      status: 403,
      headers: { 'cache-control': 'no-store' },
    })
  }
})

test('authorize: a refusal costs neither a fetch nor a look-up, and a response of the app is sent as it is', async () => {
  const { pictures } = await startPictures(undefined, { pictureAccess: 'authorize' })
  const lookUps = createLookUps()
  const sealed = sealOf(pictures, { chatId: CHAT, pictureId: 'unseen' })
  const response = { status: 401, headers: { 'www-authenticate': 'Bearer' }, body: undefined }
  expect(await get(pictures, { ...lookUps, authorize: () => response }, { sealed })).toBe(response)
  expect((await get(pictures, { ...lookUps, authorize: () => false }, { sealed })).status).toBe(403)
  expect(lookUps.count).toBe(0)
})

test('authorize: without a check to run nothing is served', async () => {
  const { pictures } = await startPictures(undefined, { pictureAccess: 'authorize' })
  await expect(get(pictures, createLookUps(SOURCE), { sealed: sealOf(pictures, SOURCE) })).rejects.toThrow(
    TypeError,
  )
})

test('authorize: what is gone may come back for somebody else, so no 404 is kept', async () => {
  const { pictures } = await startPictures(undefined, { pictureAccess: 'authorize' })
  const response = await get(pictures, createLookUps(), { sealed: 'A'.repeat(47) })
  expect([response.status, response.headers['cache-control']]).toEqual([404, 'no-store'])
})

test('public only when told so, and for other origins only when told so', async () => {
  const ask = async (options: { isPublic?: boolean; isCrossOrigin?: boolean }) => {
    const { pictures } = await startPictures(undefined, options)
    return (await get(pictures, createLookUps(SOURCE), { sealed: sealOf(pictures, SOURCE) })).headers
  }
  expect((await ask({}))['cache-control']).toMatch(/^private, max-age=\d+, immutable$/)
  expect((await ask({}))['cross-origin-resource-policy']).toBeUndefined()
  expect((await ask({ isPublic: true }))['cache-control']).toMatch(/^public, max-age=\d+, immutable$/)
  expect((await ask({ isCrossOrigin: true }))['cross-origin-resource-policy']).toBe('cross-origin')
})
