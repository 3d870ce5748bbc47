import { peakCalls } from '@greenapi/simulator'
import { expect, it } from 'vitest'
import { fillCold, startUpstreamHere, watchStalls } from '../../test/coldFill.js'

it('lets the upstream see at most ten calls in any 900 ms, while answers come at odd times and another process burns CPU', async () => {
  const upstream = await startUpstreamHere()
  const worstStall = watchStalls()
  const { answers, outcomes } = await fillCold(60, () => Promise.resolve(upstream))
  // The upstream is in this process: what holds it up, it sees late. How late is told by the tests' own machine.
  const windowMs = 900 - worstStall()
  expect(answers.map(({ status }) => status)).toEqual(Array(60).fill('none'))
  expect(outcomes).toEqual(Array(60).fill('none'))
  expect(upstream.simulator.calls.filter(({ method }) => method === 'getAvatar')).toHaveLength(60)
  expect(peakCalls(upstream.simulator.calls, { windowMs })).toBeLessThanOrEqual(10)
})
