import { AVATAR_ERROR_CODES, AvatarError, explainAvatarError } from '@greenapi/avatar-core/protocol'
import { Markdown } from '@storybook/addon-docs/blocks'
import type { ReactElement } from 'react'

/** Plain text as a cell of a Markdown table; what stands in backticks stays code. */
const cell = (text: string): string =>
  text
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part.replace(/[\\_*|]/g, '\\$&').replaceAll('<', '&lt;') : part))
    .join('`')

/** Every error code, whether it is tried again, and what to do. Read from the package, so it is what the package does. */
export function ErrorCodes(): ReactElement {
  const rows = AVATAR_ERROR_CODES.map((code) => {
    const { retryable, status } = new AvatarError(code)
    const text = explainAvatarError(code).replace(/^[^:]+: /, '')
    return `| \`${code}\` | ${status} | ${retryable ? 'yes' : 'no'} | ${cell(text)} |`
  })
  return (
    <Markdown>
      {['| code | HTTP | tried again | what, why, what next |', '| --- | --- | --- | --- |', ...rows].join(
        '\n',
      )}
    </Markdown>
  )
}
