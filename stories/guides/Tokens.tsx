import css from '@greenapi/react-avatar/styles.css?raw'
import { Markdown } from '@storybook/addon-docs/blocks'
import type { ReactElement } from 'react'

/** The custom properties, as the head of `styles.css` describes them. */
export function Tokens(): ReactElement {
  const rows = [...css.matchAll(/^ \* +(--avatar-[\w-]+) +(.+)$/gm)].map(
    ([, name = '', what = '']) => `| \`${name}\` | ${what} |`,
  )
  return <Markdown>{['| custom property | what it sets |', '| --- | --- |', ...rows].join('\n')}</Markdown>
}
