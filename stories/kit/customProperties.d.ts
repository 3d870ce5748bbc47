import 'react'

declare module 'react' {
  interface CSSProperties {
    [name: `--avatar-${string}`]: string | number | undefined
  }
}
