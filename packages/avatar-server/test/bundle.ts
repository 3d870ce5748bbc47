import { build } from 'esbuild'

/** One module of JavaScript from a source text that may import the package by its own name. */
export async function bundle(
  source: string,
  how: { readonly resolveDir: string; readonly external?: readonly string[] },
): Promise<string> {
  const result = await build({
    stdin: { contents: source, resolveDir: how.resolveDir, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['@greenapi/source', 'workerd', 'worker', 'import'],
    external: ['node:*', ...(how.external ?? [])],
    logLevel: 'silent',
  })
  const [file] = result.outputFiles
  if (file === undefined) throw new Error('esbuild made no output.')
  return file.text
}
