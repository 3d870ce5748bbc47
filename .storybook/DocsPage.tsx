import { Controls, Description, Primary, Stories, Title, useOf } from '@storybook/addon-docs/blocks'
import type { ReactElement } from 'react'

/** A component's page: its playground with every prop on top, where it has one, then each story once. */
export function DocsPage(): ReactElement {
  const { preparedMeta } = useOf('meta', ['meta'])
  const hasPlayground = preparedMeta.parameters['controls']?.disable !== true
  return (
    <>
      <Title />
      <Description />
      {hasPlayground && (
        <>
          <Primary />
          <Controls />
        </>
      )}
      <Stories title="" includePrimary={!hasPlayground} />
    </>
  )
}
