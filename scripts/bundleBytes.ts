import { build } from 'esbuild'
import { gzipSync } from 'node:zlib'

/** What `bundleBytes` measures. */
export interface BundleOptions {
  /** The module to bundle, as source text: usually one import and one export of it. */
  code: string
  /** Where its imports are looked up. */
  resolveDir: string
  /** Packages that the app has anyway and that are left out. */
  external: readonly string[]
}

/** Bytes of an import in a production app: bundled, minified for ES2022 and gzipped at the strongest level. */
export async function bundleBytes({ code, resolveDir, external }: BundleOptions): Promise<number> {
  const result = await build({
    stdin: { contents: code, resolveDir, loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['@greenapi/source'],
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    external: [...external],
    legalComments: 'none',
    logLevel: 'error',
  })
  const [file] = result.outputFiles
  if (file === undefined) throw new Error('bench: esbuild wrote no file; look at the code to bundle')
  return gzipSync(file.contents, { level: 9 }).byteLength
}
