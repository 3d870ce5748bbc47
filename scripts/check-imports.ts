import { cycles, forbiddenImports, importsOf, sourceFiles } from './imports.js'

const root = process.cwd()
const files = sourceFiles(root)
const known = new Set(files)
const edges = files.flatMap((file) => importsOf(root, file))
const problems = [...forbiddenImports(edges, known), ...cycles(edges, known)]

for (const problem of problems) console.error(problem)
console.log(`imports: ${edges.length} in ${files.length} files, ${problems.length} problems`)
process.exitCode = problems.length === 0 ? 0 : 1
