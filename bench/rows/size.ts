import { fileURLToPath } from 'node:url'
import { bundleBytes } from '../../scripts/bundleBytes.js'
import type { Bench, Row } from '../row.js'

const here = fileURLToPath(new URL('..', import.meta.url))
const external = ['react', 'react-dom', 'react/jsx-runtime', '@tanstack/react-query']

/** Bytes that an import adds to an app that has React and TanStack Query already. */
const size: Bench = {
  name: 'size',
  async run() {
    const peers = `${here}peers`
    const test = `${here}../test`
    const radix = await bundleBytes({
      code: `import { Root, Image, Fallback } from '@radix-ui/react-avatar'; export const Avatar = [Root, Image, Fallback]`,
      resolveDir: peers,
      external,
    })
    const ours = (names: string): Promise<number> =>
      bundleBytes({ code: `export { ${names} } from '@greenapi/react-avatar'`, resolveDir: test, external })
    const rows: Row[] = [
      {
        name: 'import { WhatsAppAvatar }, asking included',
        unit: 'B min+gzip',
        ours: await ours('WhatsAppAvatar'),
        against: 'Radix Avatar, which asks nothing',
        theirs: radix,
        limit: 1,
      },
    ]
    return rows
  },
}

export default size
