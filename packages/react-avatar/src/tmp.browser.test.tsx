import { test, expect } from 'vitest'
test('x', () => {
  expect(document.body).toBeTruthy()
})
