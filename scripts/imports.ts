import { readFileSync, readdirSync } from 'node:fs'
import { dirname, posix, relative } from 'node:path'
import { parseSync } from 'vite'

/** One import as written: who, whom, and on which line. Type imports count. */
export interface ImportEdge {
  from: string
  to: string
  line: number
}

/**
 * Which of our rooms may import which. A room is a package, or one of the entries of `avatar-core`; a room that is
 * not named here is a mistake.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'avatar-core/protocol': [],
  'avatar-core/greenapi': ['avatar-core/protocol'],
  'avatar-core': ['avatar-core/protocol'],
  'avatar-core/query': ['avatar-core', 'avatar-core/protocol'],
  'react-avatar': ['avatar-core', 'avatar-core/query', 'avatar-core/protocol'],
  'avatar-server': ['avatar-core/protocol', 'avatar-core/greenapi'],
  'avatar-gateway': ['avatar-server', 'avatar-core/protocol'],
  simulator: [],
}

const CORE_ENTRIES = /^packages\/avatar-core\/src\/(protocol|query|greenapi)\//
const TYPE_IMPORT = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** The room that a source file stands in. */
export function roomOf(file: string): string {
  const entry = CORE_ENTRIES.exec(file)?.[1]
  return entry === undefined ? (file.split('/')[1] ?? file) : `avatar-core/${entry}`
}

const roomOfSpecifier = (specifier: string): string => {
  const path = specifier.slice('@greenapi/'.length)
  return path in MAY_IMPORT ? path : (path.split('/')[0] ?? path)
}

/** Every source file of the packages, tests left out. */
export function sourceFiles(root: string): string[] {
  return readdirSync(`${root}/packages`)
    .flatMap((name) =>
      readdirSync(`${root}/packages/${name}/src`, { recursive: true, encoding: 'utf8' }).map(
        (file) => `packages/${name}/src/${file.replaceAll('\\', '/')}`,
      ),
    )
    .filter((file) => /\.tsx?$/.test(file) && !/\.(test|kit)\.tsx?$/.test(file))
    .toSorted()
}

/** The imports of one file: static, re-exported, dynamic and those inside types. */
export function importsOf(root: string, file: string): ImportEdge[] {
  const text = readFileSync(`${root}/${file}`, 'utf8')
  const { module } = parseSync(file, text)
  const found = [
    ...module.staticImports.map(({ start, moduleRequest }) => ({ start, value: moduleRequest.value })),
    ...module.staticExports.flatMap(({ start, entries }) =>
      entries.flatMap(({ moduleRequest }) =>
        moduleRequest === null ? [] : [{ start, value: moduleRequest.value }],
      ),
    ),
    ...[...text.matchAll(TYPE_IMPORT)].map((match) => ({ start: match.index, value: match[1] ?? '' })),
  ]
  return found.map(({ start, value }) => ({
    from: file,
    to: value,
    line: text.slice(0, start).split('\n').length,
  }))
}

/** A relative import as the file it means, or `undefined` for anything else. */
export function targetOf(edge: ImportEdge, files: ReadonlySet<string>): string | undefined {
  if (!edge.to.startsWith('.')) return undefined
  const path = posix.join(dirname(edge.from), edge.to)
  const stem = path.replace(/\.js$/, '')
  return [path, `${stem}.ts`, `${stem}.tsx`, `${path}/index.ts`].find((candidate) => files.has(candidate))
}

/** Imports that no room is allowed. */
export function forbiddenImports(edges: readonly ImportEdge[], files: ReadonlySet<string>): string[] {
  return edges.flatMap((edge) => {
    const from = roomOf(edge.from)
    const target = targetOf(edge, files)
    const to = edge.to.startsWith('@greenapi/') ? roomOfSpecifier(edge.to) : target && roomOf(target)
    if (to === undefined || to === from || MAY_IMPORT[from]?.includes(to) === true) return []
    return [`${edge.from}:${edge.line} imports ${edge.to}: ${from} may not import ${to}`]
  })
}

/** Cycles between the children (files and folders) of any folder, each as a readable path. */
export function cycles(edges: readonly ImportEdge[], files: ReadonlySet<string>): string[] {
  const graphs = new Map<string, Map<string, Set<string>>>()
  for (const edge of edges) {
    const target = targetOf(edge, files)
    if (target === undefined) continue
    const from = edge.from.split('/')
    const to = target.split('/')
    let depth = 0
    while (depth < from.length - 1 && from[depth] === to[depth]) depth += 1
    const folder = from.slice(0, depth).join('/')
    const graph = graphs.get(folder) ?? new Map<string, Set<string>>()
    graphs.set(folder, graph)
    const [a, b] = [from.slice(0, depth + 1).join('/'), to.slice(0, depth + 1).join('/')]
    graph.set(a, (graph.get(a) ?? new Set()).add(b))
  }
  return [...graphs].flatMap(([folder, graph]) =>
    cycleIn(graph).map(
      (path) => `cycle in ${folder}: ${path.map((node) => relative(folder, node)).join(' → ')}`,
    ),
  )
}

function cycleIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const done = new Set<string>()
  const found: string[][] = []
  const visit = (node: string, path: string[]): void => {
    const at = path.indexOf(node)
    if (at !== -1) found.push([...path.slice(at), node])
    if (at !== -1 || done.has(node)) return
    for (const next of graph.get(node) ?? []) visit(next, [...path, node])
    done.add(node)
  }
  for (const node of graph.keys()) visit(node, [])
  return found
}
