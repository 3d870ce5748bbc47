import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { StrictMode } from 'react'
import type { ReactElement } from 'react'
import { afterEach, describe, expect, test } from 'vitest'
import { createStage, found } from '../../../../test/kit/avatarStage.js'
import { createGallery } from '../../../../test/kit/gallery.js'
import type { Gallery } from '../../../../test/kit/gallery.js'
import { paintedColor, pictureColor } from '../../../../test/kit/painted.js'
import { Avatar, WhatsAppAvatar } from '../index.js'

afterEach(cleanup)

const CHAT = '5521999990000@c.us'

/** Shows one picture, url after url, without any style sheet. */
interface Subject {
  show: (url: string) => ReactElement
}

const subjects: Record<string, () => Subject> = {
  WhatsAppAvatar: () => {
    const { Provider, client, queryClient } = createStage(() => found(''))
    return {
      show: (url) => {
        queryClient.setQueryData(['whatsapp-avatar', client.scope, CHAT], {
          status: 'found',
          url,
          freshForMs: 9e6,
        })
        return (
          <Provider>
            <WhatsAppAvatar chatId={CHAT} name="Maria Silva" size={40} loading="eager" />
          </Provider>
        )
      },
    }
  },
  'Avatar.Root': () => ({
    show: (url) => (
      <Avatar.Root src={url} label="Maria Silva" style={{ width: 40, height: 40 }}>
        <Avatar.Image />
        <Avatar.Fallback>MS</Avatar.Fallback>
      </Avatar.Root>
    ),
  }),
}

const root = (): HTMLElement => screen.getByRole('img', { name: 'Maria Silva' })
const picture = (): HTMLImageElement => {
  const img = root().querySelector('img')
  if (!img) throw new Error('no <img>')
  return img
}
const isState = (image: string): Promise<void> => waitFor(() => expect(root().dataset['image']).toBe(image))
const held = (gallery: Gallery, count: number): Promise<void> =>
  waitFor(async () => expect(await gallery.requests()).toHaveLength(count))

describe.each(Object.entries(subjects))('%s', (_, createSubject) => {
  test('default: shows the fallback until the picture has come', async () => {
    const gallery = await createGallery({ hold: true })
    const { show } = createSubject()
    render(show(gallery.url('a')))
    await held(gallery, 1)
    expect(root().dataset['image']).toBe('loading')
    expect(screen.getByText('MS')).toBeVisible()
    await gallery.release()
    await isState('loaded')
    expect(screen.getByText('MS')).not.toBeVisible()
    expect(await paintedColor(root())).toBe(await pictureColor(gallery.url('a')))
  })

  test('a failed picture ends in the fallback, and nothing broken is painted', async () => {
    const gallery = await createGallery({ status: 500 })
    const { show } = createSubject()
    render(show(gallery.url('a')))
    await isState('error')
    expect(screen.getByText('MS')).toBeVisible()
    expect(picture()).not.toBeVisible()
  })

  test('while a new url loads the old picture stays painted', async () => {
    const gallery = await createGallery()
    const { show } = createSubject()
    const { rerender } = render(show(gallery.url('a')))
    await isState('loaded')
    await gallery.behave({ hold: true })
    rerender(show(gallery.url('b')))
    await isState('swapping')
    await held(gallery, 2)
    expect(await paintedColor(root())).toBe(await pictureColor(gallery.url('a')))
    await gallery.behave({})
    await gallery.release()
    await isState('loaded')
    expect(await paintedColor(root())).toBe(await pictureColor(gallery.url('b')))
  })

  test('a cached picture is there in the first frame when it mounts again', async () => {
    const gallery = await createGallery()
    const { show } = createSubject()
    const first = render(show(gallery.url('a')))
    await isState('loaded')
    const before = picture()
    first.unmount()
    render(show(gallery.url('a')))
    // Nothing may pass between mounting and this line: not even a microtask.
    expect(root().dataset['image']).toBe('loaded')
    expect(picture().hasAttribute('data-fade')).toBe(false)
    // The browser's memory of a picture ends when the last element that shows it is collected: this one lives until here.
    expect(picture()).not.toBe(before)
    expect(await gallery.requests()).toHaveLength(1)
  })

  test('a picture is asked for once, StrictMode included', async () => {
    const gallery = await createGallery({ cacheControl: 'no-store' })
    const { show } = createSubject()
    render(<StrictMode>{show(gallery.url('a'))}</StrictMode>)
    await isState('loaded')
    expect(await gallery.requests()).toHaveLength(1)
  })

  test('the element is the same before, during and after loading and swapping', async () => {
    const gallery = await createGallery()
    const { show } = createSubject()
    const { rerender } = render(show(gallery.url('a')))
    const img = picture()
    await isState('loaded')
    rerender(show(gallery.url('b')))
    await waitFor(() => expect(img.currentSrc).toContain('/b'))
    await isState('loaded')
    expect(picture()).toBe(img)
  })

  test('the box keeps its size in every state', async () => {
    const gallery = await createGallery({ hold: true })
    const { show } = createSubject()
    render(show(gallery.url('a')))
    const before = root().getBoundingClientRect()
    await held(gallery, 1)
    await gallery.release()
    await isState('loaded')
    expect(root().getBoundingClientRect()).toEqual(before)
    expect([before.width, before.height]).toEqual([40, 40])
    expect(picture().getBoundingClientRect()).toEqual(before)
  })
})
