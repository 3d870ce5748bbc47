import type { ServerResponse } from 'node:http'
import { crc32, deflateSync } from 'node:zlib'
import type { Plugin } from 'vite'

/** How the pictures of one test behave. */
export interface Behaviour {
  /** Answers wait until the test releases them. */
  hold?: boolean
  /** Anything but 200 is an error without a body. */
  status?: number
  /** The answers' `Cache-Control`. */
  cacheControl?: string
}

interface Gallery extends Behaviour {
  requests: string[]
  held: (() => void)[]
}

const PREFIX = '/test-pictures/'

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(body.length + 8)
  frame.writeUInt32BE(data.length, 0)
  body.copy(frame, 4)
  frame.writeUInt32BE(crc32(body), body.length + 4)
  return frame
}

/** A square PNG of one colour, chosen by `seed`. */
function png(size: number, seed: string): Buffer {
  const color = crc32(seed) & 0xffffff
  const row = Buffer.alloc(1 + size * 3)
  for (let x = 0; x < size; x++) row.writeUIntBE(color, 1 + x * 3, 3)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: size }, () => row)))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/**
 * Serves pictures to browser tests, as slow and as broken as each test wants them:
 * - `PUT /test-pictures/{gallery}` with a JSON `Behaviour` begins one; `POST` to it releases what is held;
 * - `GET /test-pictures/{gallery}/{name}?size=96` is a picture;
 * - `GET /test-pictures/{gallery}` lists the pictures asked for, as `name?query`.
 */
export function pictureServer(): Plugin {
  const galleries = new Map<string, Gallery>()
  return {
    name: 'test-picture-server',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        if (!request.url?.startsWith(PREFIX)) return next()
        const url = new URL(request.url, 'http://localhost')
        const [key = '', name] = url.pathname.slice(PREFIX.length).split('/')
        const gallery = galleries.get(key) ?? { requests: [], held: [] }
        galleries.set(key, gallery)
        if (name !== undefined) {
          gallery.requests.push(`${name}${url.search}`)
          const answer = (): void => sendPicture(response, gallery, url)
          if (gallery.hold) gallery.held.push(answer)
          else answer()
        } else if (request.method === 'GET') {
          response.setHeader('Content-Type', 'application/json')
          response.end(JSON.stringify(gallery.requests))
        } else {
          let text = ''
          request.setEncoding('utf8')
          request.on('data', (data: string) => (text += data))
          request.on('end', () => {
            if (request.method === 'PUT') {
              const behaviour: Behaviour = JSON.parse(text)
              galleries.set(key, { requests: gallery.requests, held: gallery.held, ...behaviour })
            } else {
              for (const answer of gallery.held.splice(0)) answer()
            }
            response.end()
          })
        }
      })
    },
  }
}

function sendPicture(response: ServerResponse, { status = 200, cacheControl }: Gallery, url: URL): void {
  response.statusCode = status
  response.setHeader('Cache-Control', cacheControl ?? 'private, max-age=600')
  if (status !== 200) {
    response.end()
    return
  }
  response.setHeader('Content-Type', 'image/png')
  response.end(png(Number(url.searchParams.get('size') ?? 48), url.pathname))
}
