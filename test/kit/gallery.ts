import type { Behaviour } from './pictureServer.js'

/** The pictures of one browser test, on the test picture server. */
export interface Gallery {
  /** The url of one of its pictures, as found in an answer: absolute on this host. */
  url: (name: string) => string
  /** What has been asked for, as `name?query`, in order. */
  requests: () => Promise<string[]>
  /** Changes how its pictures behave from now on. */
  behave: (behaviour: Behaviour) => Promise<void>
  /** Lets the held answers go, as the behaviour of now has it. */
  release: () => Promise<void>
}

/** Opens a gallery of its own for one test. */
export async function createGallery(behaviour: Behaviour = {}): Promise<Gallery> {
  const base = `/test-pictures/${crypto.randomUUID()}`
  const behave = async (next: Behaviour): Promise<void> => {
    await fetch(base, { method: 'PUT', body: JSON.stringify(next) })
  }
  await behave(behaviour)
  return {
    url: (name) => `${base}/${name}`,
    requests: async () => {
      const names: string[] = await (await fetch(base)).json()
      return names
    },
    behave,
    release: async () => {
      await fetch(base, { method: 'POST' })
    },
  }
}
