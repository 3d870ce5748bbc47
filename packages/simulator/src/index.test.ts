import { expect, test } from 'vitest'
import * as main from './index.js'
import * as node from './node.js'

test('the entries list these names', () => {
  expect(Object.keys(main).sort()).toEqual([
    'FAULTS',
    'RESPONSE_STYLES',
    'createSimulator',
    'isFaultKind',
    'peakCalls',
  ])
  expect(Object.keys(node)).toEqual(['startSimulator'])
})
