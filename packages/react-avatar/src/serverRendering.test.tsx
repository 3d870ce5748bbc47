// @vitest-environment node
import { Writable } from 'node:stream'
import { Suspense } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { renderToPipeableStream, renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { createStage, found, without } from '../../../test/kit/avatarStage.js'
import type { StageAnswer } from '../../../test/kit/avatarStage.js'
import { AvatarGroup, useSuspenseAvatar, WhatsAppAvatar } from './index.js'

const ANA = '5521999990000@c.us'
const BIA = '5521888880000@c.us'

/** Streams a page to its end; `onChunk` is told all that has come so far. */
function stream(page: ReactElement, onChunk: (html: string) => void = () => {}): Promise<string> {
  return new Promise((resolve, reject) => {
    let html = ''
    const sink = new Writable({
      write(chunk, _, done) {
        html += String(chunk)
        onChunk(html)
        done()
      },
    })
    sink.on('finish', () => resolve(html))
    const { pipe } = renderToPipeableStream(page, {
      onShellReady: () => pipe(sink),
      onShellError: reject,
      onError: reject,
    })
  })
}

/** A whole document: without one React 19 holds everything back, as `<html>` might still come from what suspends. */
const Page = ({ children }: { children: ReactNode }): ReactElement => (
  <html lang="en">
    <body>{children}</body>
  </html>
)

test('default: what suspends comes later in the stream, and the page before it', async () => {
  let answer: (given: StageAnswer) => void = () => {}
  const slow = new Promise<StageAnswer>((resolve) => (answer = resolve))
  const stage = createStage((chatId) => (chatId === ANA ? slow : without()))
  function Url(): ReactNode {
    const { data } = useSuspenseAvatar(ANA)
    return data.status === 'found' ? <b>{data.url}</b> : data.status
  }
  const sent: string[] = []
  const html = await stream(
    <Page>
      <stage.Provider>
        <WhatsAppAvatar chatId={BIA} name="Bia" />
        <Suspense fallback={<i>waiting</i>}>
          <Url />
        </Suspense>
      </stage.Provider>
    </Page>,
    (soFar) => {
      sent.push(soFar)
      answer(found('picture/x'))
    },
  )
  expect(sent[0]).toContain('aria-label="Bia"')
  expect(sent[0]).toContain('<i>waiting</i>')
  expect(sent[0]).not.toContain('picture/x')
  expect(html).toContain('<b>/api/avatars/picture/x</b>')
  // The component never makes a server wait.
  expect(stage.asked).toEqual([ANA])
})

test('a failure reaches the stream as an error, and the boundary is left to the browser', async () => {
  const stage = createStage(() => ({ status: 'error', code: 'forbidden' }))
  function Status(): ReactNode {
    return useSuspenseAvatar(ANA).data.status
  }
  const page = (
    <stage.Provider>
      <Suspense fallback={<i>waiting</i>}>
        <Status />
      </Suspense>
    </stage.Provider>
  )
  await expect(stream(page)).rejects.toMatchObject({ code: 'forbidden' })
})

test('"+N" is one piece of text', () => {
  const { Provider } = createStage(() => without())
  const html = renderToString(
    <Provider>
      <AvatarGroup total={7}>
        <WhatsAppAvatar chatId={ANA} name="Ana" />
      </AvatarGroup>
    </Provider>,
  )
  expect(html).toContain('<bdi dir="ltr">+6</bdi>')
})
