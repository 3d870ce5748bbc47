// The peers are installed by `pnpm bench` alone; these are the parts of Radix that the page uses.
declare module '@radix-ui/react-avatar' {
  import type { FunctionComponent, HTMLAttributes, ImgHTMLAttributes } from 'react'

  export const Root: FunctionComponent<HTMLAttributes<HTMLSpanElement>>
  export const Image: FunctionComponent<ImgHTMLAttributes<HTMLImageElement>>
  export const Fallback: FunctionComponent<HTMLAttributes<HTMLSpanElement>>
}
