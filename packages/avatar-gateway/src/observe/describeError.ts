/** A line of a stack that names a place in a file. */
const FRAME = /^ {4}at .*(?:file:\/\/\/|node:|\/|[A-Z]:\\)[^\s?#]*:\d+:\d+\)?$/

/** What of an error may be logged: its kind and where it arose. Its message may hold an url, an id or foreign text. */
export function describeError(error: unknown): { readonly error: string; readonly at: readonly string[] } {
  if (!(error instanceof Error)) return { error: typeof error, at: [] }
  const code =
    'code' in error && typeof error.code === 'string' && /^[A-Z_]+$/.test(error.code) ? ` ${error.code}` : ''
  const frames = stackWithoutMessage(error)
    .split('\n')
    .filter((line) => FRAME.test(line))
  return { error: `${error.constructor.name}${code}`, at: frames.slice(0, 12).map((line) => line.trim()) }
}

/** Messages can have several lines, some of which may look like those of a stack. */
function stackWithoutMessage({ stack = '', message }: Error): string {
  const start = stack.indexOf(message)
  return start === -1 ? '' : stack.slice(start + message.length)
}
