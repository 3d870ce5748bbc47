import { createServer, type Server } from 'node:http'
import { afterEach, expect, it } from 'vitest'
import { listen } from './listen.js'

const open: Server[] = []
const server = (): Server => {
  const made = createServer()
  open.push(made)
  return made
}
afterEach(() => Promise.all(open.splice(0).map((one) => new Promise((done) => one.close(done)))))

it('takes a free port when asked for 0', async () => {
  expect(await listen(server(), 0)).toBeGreaterThan(0)
})

it('says which port is taken', async () => {
  const port = await listen(server(), 0)
  await expect(listen(server(), port)).rejects.toThrow(`Port ${port} is taken by another program.`)
})

it('goes on to a free port when none was asked for and the usual one is taken', async () => {
  const first = await listen(server(), undefined)
  const second = await listen(server(), undefined)
  expect(second).not.toBe(first)
})

it('listens on loopback only', async () => {
  const made = server()
  await listen(made, 0)
  expect(made.address()).toMatchObject({ address: '127.0.0.1' })
})
