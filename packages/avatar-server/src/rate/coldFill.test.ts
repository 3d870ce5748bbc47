import { expect, it } from 'vitest'
import { fillCold } from '../../test/coldFill.js'

it('lets the upstream see at most ten calls in any 900 ms, while answers come at odd times and another process burns CPU', async () => {
  const { answers, outcomes, slowDowns } = await fillCold(60)
  expect(answers.map(({ status }) => status)).toEqual(Array(60).fill('none'))
  expect(outcomes).toEqual(Array(60).fill('none'))
  expect(slowDowns).toBe(0)
})
