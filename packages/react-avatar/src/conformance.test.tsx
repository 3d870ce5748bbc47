import { cleanup, render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef, forwardRef, lazy, Suspense, version } from 'react'
import type { ComponentType, ReactElement, ReactNode, RefAttributes } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Avatar, AvatarGroup, AvatarMosaic, WhatsAppAvatar } from './index.js'
import type { PartProps } from './index.js'
import { AvatarTestProvider } from './testing/index.js'

afterEach(cleanup)

type CommonProps = Pick<
  PartProps<'span', object>,
  'className' | 'style' | 'render' | 'onClick' | 'title' | 'id'
> &
  RefAttributes<HTMLElement> & { 'data-mine'?: string }

interface Part {
  Component: ComponentType<CommonProps>
  tag: string
  className: string
  around?: (part: ReactElement) => ReactNode
}

/** A component that hands all of its props on, its ref too: React 18 has to be asked for that. */
const accepting = (show: (props: CommonProps) => ReactElement): ComponentType<CommonProps> =>
  forwardRef<HTMLElement, CommonProps>((props, ref) => show({ ...props, ref }))

const inRoot = (part: ReactElement): ReactElement => <Avatar.Root src="/a.png">{part}</Avatar.Root>

const parts: Record<string, Part> = {
  WhatsAppAvatar: {
    Component: accepting((props) => <WhatsAppAvatar chatId="5521999990000@c.us" name="Maria" {...props} />),
    tag: 'SPAN',
    className: 'wa-avatar',
  },
  AvatarGroup: {
    Component: accepting((props) => <AvatarGroup {...props} />),
    tag: 'SPAN',
    className: 'wa-avatar-group',
  },
  AvatarMosaic: {
    Component: accepting((props) => <AvatarMosaic chatIds={['5521999990000@c.us']} {...props} />),
    tag: 'SPAN',
    className: 'wa-avatar-mosaic',
  },
  'Avatar.Root': {
    Component: accepting((props) => <Avatar.Root {...props} />),
    tag: 'SPAN',
    className: 'wa-avatar',
  },
  'Avatar.Image': {
    Component: accepting((props) => <Avatar.Image {...Object(props)} />),
    tag: 'IMG',
    className: 'wa-avatar-image',
    around: inRoot,
  },
  'Avatar.Fallback': {
    Component: accepting((props) => <Avatar.Fallback {...props} />),
    tag: 'SPAN',
    className: 'wa-avatar-fallback',
    around: inRoot,
  },
  'Avatar.Badge': {
    Component: accepting((props) => <Avatar.Badge {...props} />),
    tag: 'SPAN',
    className: 'wa-avatar-badge',
    around: inRoot,
  },
}

describe.each(Object.entries(parts))('%s', (_, { Component, tag, className, around = (part) => part }) => {
  function show(part: ReactElement): HTMLElement {
    const { container } = render(<AvatarTestProvider pictures="manual">{around(part)}</AvatarTestProvider>)
    const element = container.querySelector<HTMLElement>('[data-mine]')
    if (!element) throw new Error('the part is not there')
    return element
  }

  test('default: renders one element of its tag and class', () => {
    const element = show(<Component data-mine="" />)
    expect(element.tagName).toBe(tag)
    expect(element.classList.contains(className)).toBe(true)
  })

  test('spreads unknown props', () => {
    expect(show(<Component data-mine="yes" title="hello" id="one" />)).toMatchObject({
      title: 'hello',
      id: 'one',
    })
  })

  test('joins a class, or one by state', () => {
    expect(show(<Component data-mine="" className="mine" />).className).toBe(`${className} mine`)
    cleanup()
    expect(show(<Component data-mine="" className={(state) => typeof state} />).className).toBe(
      `${className} object`,
    )
  })

  test('a class that is empty adds nothing, and takes nothing away', () => {
    for (const empty of ['', () => '', () => undefined]) {
      expect(show(<Component data-mine="" className={empty} />).className).toBe(className)
      cleanup()
    }
    // oxlint-disable-next-line jsx-a11y/anchor-has-content, jsx-a11y/anchor-is-valid -- only to merge
    expect(show(<Component data-mine="" render={<a className="" />} />).className).toBe(className)
  })

  test('merges style, or one by state', () => {
    expect(show(<Component data-mine="" style={{ top: 3 }} />).style.top).toBe('3px')
    cleanup()
    expect(show(<Component data-mine="" style={() => ({ top: 4 })} />).style.top).toBe('4px')
  })

  test('gives its element to an object as ref', () => {
    const ref = createRef<HTMLElement>()
    const element = show(<Component data-mine="" ref={ref} />)
    expect(ref.current).toBe(element)
    cleanup()
    expect(ref.current).toBeNull()
  })

  test('gives its element to a function as ref, and takes it back', () => {
    const ref = vi.fn<(element: HTMLElement | null) => void>()
    const element = show(<Component data-mine="" ref={ref} />)
    expect(ref.mock.calls.map(([node]) => node)).toEqual([element])
    cleanup()
    expect(ref.mock.calls.map(([node]) => node)).toEqual([element, null])
  })

  test('renders another element, and merges class, style, handlers and refs', async () => {
    const theirs = createRef<HTMLElement>()
    const given = createRef<HTMLDivElement>()
    const clicks: string[] = []
    const element = show(
      <Component
        data-mine=""
        ref={theirs}
        className="mine"
        onClick={() => clicks.push('part')}
        render={
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- only to merge
          <div ref={given} className="given" style={{ left: 2 }} onClick={() => clicks.push('given')}>
            not shown
          </div>
        }
      />,
    )
    expect(element.tagName).toBe('DIV')
    expect(element.className).toBe(`${className} mine given`)
    expect(element.style.left).toBe('2px')
    expect(theirs.current).toBe(element)
    expect(given.current).toBe(element)
    expect(element.textContent).not.toContain('not shown')
    await userEvent.click(element, { pointerEventsCheck: 0 })
    expect(clicks).toEqual(['given', 'part'])
  })

  // Server components, which send elements so, need React 19.
  // oxlint-disable-next-line vitest/no-conditional-tests -- React 18 has nothing to test here
  if (version >= '19')
    test('renders an element that comes as a promise of one, as from a server component', async () => {
      const sent: ReactElement = Object(
        lazy(() => Promise.resolve({ default: Object(<section title="sent" />) })),
      )
      const { findByTitle } = render(
        <AvatarTestProvider pictures="manual">
          <Suspense>{around(<Component render={sent} />)}</Suspense>
        </AvatarTestProvider>,
      )
      const element = await findByTitle('sent')
      expect([element.tagName, element.className]).toEqual(['SECTION', className])
    })

  test('renders what a function returns, from its props and state', () => {
    const ref = createRef<HTMLElement>()
    const element = show(
      <Component
        data-mine=""
        ref={ref}
        render={(props, state) => <section {...props} data-state={Object.keys(state).join()} />}
      />,
    )
    expect(element.tagName).toBe('SECTION')
    expect(element.dataset['state']).toMatch(/status,image|shown/)
    expect(ref.current).toBe(element)
  })
})
