import type {
  ComponentPropsWithoutRef,
  CSSProperties,
  ElementType,
  HTMLAttributes,
  ReactElement,
  ReactNode,
  RefAttributes,
} from 'react'
import type { ImageStatus } from '../image/imageState.js'
import type { AnyRef, ElementRef } from './mergeRefs.js'

/**
 * What is known about the answer, as `data-status`: `idle` (nobody has asked), `pending` (asked), the four answers, or
 * `error`.
 */
export type AvatarStatus = 'idle' | 'pending' | 'found' | 'none' | 'hidden' | 'no_account' | 'error'

/** What `className`, `style`, `render` and `fallback` may depend on. */
export interface AvatarState {
  /** What is known about the answer. */
  status: AvatarStatus
  /** What the picture is doing. */
  image: ImageStatus
}

/** Style that may set custom properties, as `styles.css` reads them. */
export type AvatarStyle = CSSProperties & { readonly [name: `--${string}`]: string | number | undefined }

/** What a `render` function receives: to be spread over any HTML element. */
export type RenderedProps = HTMLAttributes<HTMLElement> & {
  ref?: ElementRef | undefined
}

/** The props that every part has beside those of its element. */
export interface StyledProps<State> {
  /** A class, or a function of the state. Joins the part's own. */
  className?: string | ((state: State) => string | undefined) | undefined
  /** Style, or a function of the state. Goes over the part's own. */
  style?: AvatarStyle | ((state: State) => AvatarStyle | undefined) | undefined
  /**
   * Another element for this part, or a function of the part's props and state that returns one. Class, style, handlers
   * and refs are merged; the element has to take a ref.
   */
  render?: ReactElement | ((props: RenderedProps, state: State) => ReactElement) | undefined
}

/** The props of a part that renders a `Tag`. */
export type PartProps<Tag extends ElementType, State = AvatarState> = Omit<
  ComponentPropsWithoutRef<Tag>,
  'className' | 'style'
> &
  StyledProps<State>

/** What a part's function receives. */
export type WithRef<Props> = Props & { ref?: AnyRef }

/** A component that takes a ref, in React 18 and 19 alike. */
export interface PartComponent<Props, Element> {
  (props: Props & RefAttributes<Element>): ReactNode
  displayName?: string | undefined
}
