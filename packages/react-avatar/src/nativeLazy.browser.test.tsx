import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, test } from 'vitest'
import { createStage, found } from '../../../test/kit/avatarStage.js'
import { createGallery } from '../../../test/kit/gallery.js'
import { paintedColor, pictureColor } from '../../../test/kit/painted.js'
import { Avatar, WhatsAppAvatar } from './index.js'

afterEach(() => {
  cleanup()
  window.scrollTo(0, 0)
})

const NEAR = '5521999990000@c.us'
const FAR = '5521999990001@c.us'
/** Pixels; several times what a browser calls near, on any connection. */
const FAR_BELOW = 20_000

const avatar = (name: string): HTMLElement => screen.getByRole('img', { name })
const isLoaded = (name: string): Promise<void> =>
  waitFor(() => expect(avatar(name).dataset['image']).toBe('loaded'))
const frame = (): Promise<number> => new Promise(requestAnimationFrame)
const far = (): HTMLImageElement => {
  const img = avatar('Far').querySelector('img')
  if (!img) throw new Error('there is no picture')
  return img
}

/** A pair of avatars whose urls are known from the start, one in view and one far below. */
const subjects = {
  WhatsAppAvatar: (url: (name: string) => string) => {
    const { Provider, client, queryClient } = createStage((chatId) => found(url(chatId)))
    for (const chatId of [NEAR, FAR]) {
      queryClient.setQueryData(['whatsapp-avatar', client.scope, chatId], {
        status: 'found',
        url: url(chatId),
        freshForMs: 9e6,
      })
    }
    return (
      <Provider>
        <WhatsAppAvatar chatId={NEAR} name="Near" />
        <div style={{ height: FAR_BELOW }} />
        <WhatsAppAvatar chatId={FAR} name="Far" />
      </Provider>
    )
  },
  'Avatar.Image': (url: (name: string) => string) => (
    <>
      <Avatar.Root src={url(NEAR)} label="Near" style={{ width: 40, height: 40 }}>
        <Avatar.Image loading="lazy" />
      </Avatar.Root>
      <div style={{ height: FAR_BELOW }} />
      <Avatar.Root src={url(FAR)} label="Far" style={{ width: 40, height: 40 }}>
        <Avatar.Image loading="lazy" />
      </Avatar.Root>
    </>
  ),
}

describe.each(Object.entries(subjects))('%s', (_, show) => {
  test('default: a lazy picture far below is asked for when one scrolls near it, once, and painted', async () => {
    const gallery = await createGallery()
    render(show(gallery.url))
    await isLoaded('Near')
    // The far one is in the page, with its url, as a picture that the browser itself holds back.
    expect([far().loading, far().complete, far().src.endsWith(gallery.url(FAR))]).toEqual([
      'lazy',
      false,
      true,
    ])
    expect([avatar('Far').dataset['status'], avatar('Far').dataset['image']]).toEqual(['found', 'loading'])
    for (let frames = 0; frames < 10; frames++) await frame()
    expect(await gallery.requests()).toEqual([NEAR])
    const img = far()

    // Near, and not yet in view.
    const { top } = avatar('Far').getBoundingClientRect()
    window.scrollTo(0, top - window.innerHeight - 300)
    await isLoaded('Far')
    expect(avatar('Far').getBoundingClientRect().top).toBeGreaterThan(window.innerHeight)

    avatar('Far').scrollIntoView({ block: 'center' })
    await frame()
    const painted = await paintedColor(avatar('Far'))
    expect(far()).toBe(img)
    window.scrollTo(0, 0)
    await frame()
    expect(await gallery.requests()).toEqual([NEAR, FAR])
    expect(painted).toBe(await pictureColor(gallery.url(FAR)))
  })
})
