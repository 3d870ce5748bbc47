import { build } from 'esbuild'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** What a production server sends for `count` avatars, as many inside one list. */
export async function bigPageHtml(count: number): Promise<string> {
  const entry = fileURLToPath(new URL('bigPageHtmlApp.tsx', import.meta.url))
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    conditions: ['@greenapi/source', 'production'],
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  })
  const dir = await mkdtemp(join(tmpdir(), 'avatar-html-'))
  try {
    const file = join(dir, 'app.cjs')
    await writeFile(file, outputFiles[0]?.contents ?? '')
    const { listHtml }: { listHtml: (count: number) => string } = await import(pathToFileURL(file).href)
    return listHtml(count)
  } finally {
    await rm(dir, { recursive: true })
  }
}
