import { expect, test } from 'vitest'
import { createSimulator } from '../createSimulator.js'

test('the simulator works inside a page: answers, and pictures that decode', async () => {
  const simulator = createSimulator({ contacts: 40, groups: 4 })
  const chatId = simulator.contacts.find(({ outcome }) => outcome === 'found')?.chatId
  const response = await simulator.fetch(
    `/waInstance${simulator.idInstance}/getAvatar/${simulator.apiToken}`,
    {
      method: 'POST',
      body: JSON.stringify({ chatId }),
    },
  )
  const { urlAvatar }: { urlAvatar: string } = await response.json()
  expect(new URL(urlAvatar).origin).toBe(location.origin)
  const picture = await createImageBitmap(await (await simulator.fetch(urlAvatar)).blob())
  expect([picture.width, picture.height]).toEqual([640, 640])
})
