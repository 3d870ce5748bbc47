import { act, waitFor } from '@testing-library/react'
import type { ReactElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import type { Root } from 'react-dom/client'
import { renderToString } from 'react-dom/server.browser'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createStage, found } from '../../../../test/kit/avatarStage.js'
import type { Stage } from '../../../../test/kit/avatarStage.js'
import { createGallery } from '../../../../test/kit/gallery.js'
import type { Gallery } from '../../../../test/kit/gallery.js'
import { paintedColor, paintedPixels, pictureColor } from '../../../../test/kit/painted.js'
import { Avatar, AvatarMosaic, WhatsAppAvatar } from '../index.js'
import styles from '../styles.css?inline'

const CHAT = '5521999990000@c.us'

/** The same page on a server and in a browser: each side has its own cache, filled alike. */
function createPages(url: string): { stage: Stage; pages: Record<string, ReactElement> } {
  const stage = createStage(() => found(url))
  stage.queryClient.setQueryData(['whatsapp-avatar', 'default', CHAT], {
    status: 'found',
    url,
    freshForMs: 9e6,
  })
  const { Provider } = stage
  return {
    stage,
    pages: {
      WhatsAppAvatar: (
        <Provider>
          <WhatsAppAvatar chatId={CHAT} name="Maria Silva" size={40} />
        </Provider>
      ),
      'Avatar.Root': (
        <Avatar.Root src={url} label="Maria Silva" style={{ width: 40, height: 40 }}>
          <Avatar.Image />
          <Avatar.Fallback>MS</Avatar.Fallback>
        </Avatar.Root>
      ),
    },
  }
}

let container: HTMLElement
let root: Root | undefined
beforeEach(() => {
  container = document.createElement('div')
  document.body.append(container)
})
afterEach(() => {
  act(() => root?.unmount())
  root = undefined
  container.remove()
})

const avatar = (): HTMLElement => {
  const element = container.querySelector<HTMLElement>('.wa-avatar')
  if (!element) throw new Error('no avatar')
  return element
}
const picture = (): HTMLImageElement => {
  const element = container.querySelector('img')
  if (!element) throw new Error('no <img>')
  return element
}
const asked = (gallery: Gallery, count: number): Promise<void> =>
  waitFor(async () => expect(await gallery.requests()).toHaveLength(count))

describe.each(['WhatsAppAvatar', 'Avatar.Root'])('%s', (subject) => {
  async function serve(
    behaviour: Parameters<typeof createGallery>[0],
  ): Promise<{ gallery: Gallery; page: ReactElement; stage: Stage }> {
    const gallery = await createGallery(behaviour)
    const { pages, stage } = createPages(gallery.url('a'))
    const page = pages[subject]
    if (!page) throw new Error(subject)
    container.innerHTML = renderToString(page)
    return { gallery, page, stage }
  }
  const hydrate = (page: ReactElement): void => {
    act(() => {
      root = hydrateRoot(container, page)
    })
  }

  test('default: the picture is asked for and painted before JavaScript', async () => {
    const { gallery } = await serve({})
    await waitFor(() => expect(picture().complete).toBe(true))
    expect(await gallery.requests()).toHaveLength(1)
    expect(await paintedColor(avatar())).toBe(await pictureColor(gallery.url('a')))
  })

  test('before JavaScript, a broken picture paints nothing over the fallback', async () => {
    const { gallery } = await serve({ status: 500 })
    await asked(gallery, 1)
    await waitFor(() => expect(picture().complete).toBe(true))
    const broken = await paintedPixels(avatar())
    picture().remove()
    expect(broken).toEqual(await paintedPixels(avatar()))
  })

  test('hydration finds a loaded picture, without a flash and without a mismatch', async () => {
    const errors = vi.spyOn(console, 'error')
    const { gallery, page } = await serve({})
    await waitFor(() => expect(picture().complete).toBe(true))
    const before = picture()
    hydrate(page)
    expect(avatar().dataset['image']).toBe('loaded')
    expect(picture()).toBe(before)
    expect(await gallery.requests()).toHaveLength(1)
    expect(errors).not.toHaveBeenCalled()
  })

  test('an error before hydration ends in the fallback', async () => {
    const { gallery, page } = await serve({ status: 404 })
    await asked(gallery, 1)
    await waitFor(() => expect(picture().complete).toBe(true))
    hydrate(page)
    await waitFor(() => expect(avatar().dataset['image']).toBe('error'))
    expect(picture()).not.toBeVisible()
  })

  test('a picture that is still on its way at hydration is not asked for again', async () => {
    const { gallery, page } = await serve({ hold: true })
    await asked(gallery, 1)
    hydrate(page)
    expect(avatar().dataset['image']).toBe('loading')
    await gallery.release()
    await waitFor(() => expect(avatar().dataset['image']).toBe('loaded'))
    expect(await gallery.requests()).toHaveLength(1)
  })
})

test('data that came with the page is not asked for again', async () => {
  const gallery = await createGallery({})
  const { pages, stage } = createPages(gallery.url('a'))
  const page = pages['WhatsAppAvatar']
  container.innerHTML = renderToString(page)
  act(() => {
    root = hydrateRoot(container, page)
  })
  await waitFor(() => expect(avatar().dataset['image']).toBe('loaded'))
  expect(stage.asked).toEqual([])
})

test('1,000 avatars: no preload link, and at most 700 bytes of HTML each', () => {
  const { Provider, queryClient } = createStage(() => found(''))
  const ids = Array.from({ length: 1000 }, (_, index) => `${5521999990000 + index}@c.us`)
  for (const [index, id] of ids.entries()) {
    const url = `picture/${String(index).padStart(47, 'x')}`
    queryClient.setQueryData(['whatsapp-avatar', 'default', id], {
      status: 'found',
      url,
      sizes: [48, 96, 192],
      freshForMs: 9e6,
    })
  }
  const html = renderToString(
    <Provider>
      {ids.map((id) => (
        <WhatsAppAvatar key={id} chatId={id} name="Maria Silva" />
      ))}
    </Provider>,
  )
  expect(html).not.toContain('<link')
  expect(html).toMatch(/size=48 1x, [^"]*size=96 2x/)
  expect(html.length / ids.length).toBeLessThanOrEqual(700)
})

test('with styles the picture is over every fallback before JavaScript', async () => {
  const sheet = document.createElement('style')
  sheet.textContent = styles
  document.head.append(sheet)
  onTestFinished(() => sheet.remove())
  const gallery = await createGallery()
  const { stage } = createPages(gallery.url('a'))
  const px = { width: 40, height: 40 }
  container.innerHTML = renderToString(
    <stage.Provider>
      <WhatsAppAvatar chatId={CHAT} name="Maria Silva" />
      <WhatsAppAvatar chatId={CHAT} name="Maria Silva" size={44} />
      <WhatsAppAvatar chatId={CHAT} name="Maria Silva" size="3rem" />
      <WhatsAppAvatar chatId={CHAT} name="Maria Silva" size={null} style={px} />
      <WhatsAppAvatar chatId={CHAT} />
      <WhatsAppAvatar chatId={CHAT} fallback={<b>x</b>} />
      <WhatsAppAvatar chatId={CHAT} fallback={<AvatarMosaic chatIds={[CHAT]} />} />
      <Avatar.Root src={gallery.url('a')} style={px}>
        <Avatar.Image />
        <Avatar.Fallback>MS</Avatar.Fallback>
      </Avatar.Root>
    </stage.Provider>,
  )
  const avatars = [...container.children]
  await waitFor(() => {
    for (const image of container.querySelectorAll('img')) expect(image.naturalWidth).toBeGreaterThan(0)
  })
  const color = await pictureColor(gallery.url('a'))
  const painted: string[] = []
  for (const element of avatars) painted.push(await paintedColor(element))
  expect(painted).toEqual(avatars.map(() => color))
})

test('what was broken before hydration says nothing about the picture that follows', async () => {
  const broken = await createGallery({ status: 404 })
  const slow = await createGallery({ hold: true })
  const page = (src: string): ReactElement => (
    <Avatar.Root src={src} label="Maria Silva" style={{ width: 40, height: 40 }}>
      <Avatar.Image />
    </Avatar.Root>
  )
  container.innerHTML = renderToString(page(broken.url('a')))
  await waitFor(() => expect(picture().complete).toBe(true))
  act(() => {
    root = hydrateRoot(container, page(broken.url('a')))
  })
  act(() => root?.render(page(slow.url('b'))))
  await asked(slow, 1)
  await Promise.resolve()
  expect(avatar().dataset['image']).toBe('loading')
  await slow.release()
  await waitFor(() => expect(avatar().dataset['image']).toBe('loaded'))
})
