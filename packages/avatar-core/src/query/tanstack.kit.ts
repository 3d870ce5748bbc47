import * as latest from '@tanstack/react-query'
import * as lowest from '../../../../test/react-18/node_modules/@tanstack/react-query/build/modern/index.js'

type QueryLibrary = Pick<typeof latest, 'QueryClient' | 'QueryObserver' | 'dehydrate' | 'hydrate'>

/** The versions of TanStack Query that the options are promised to work with. */
export const QUERY_LIBRARIES: readonly (readonly [name: string, library: QueryLibrary])[] = [
  ['latest', latest],
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an older version of the same library
  ['5.44', lowest as unknown as QueryLibrary],
]
