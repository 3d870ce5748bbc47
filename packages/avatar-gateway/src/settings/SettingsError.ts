/** Settings that cannot be used: all that is wrong, by name. It holds no value of any setting. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
  readonly problems: readonly string[]

  /** @param hints What is not wrong by itself, but may be the reason. */
  constructor(problems: readonly string[], hints: readonly string[] = []) {
    const count = problems.length === 1 ? 'One thing has' : `${problems.length} things have`
    const also = hints.length === 0 ? '' : `\nAlso:\n\n${indent(hints)}\n`
    super(`avatar-gateway did not start. ${count} to be put right first:\n\n${indent(problems)}\n${also}`)
    this.problems = problems
  }
}

function indent(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`).join('\n')
}
