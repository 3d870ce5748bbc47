/** Settings that cannot be used: all that is wrong, by name. It holds no value of any setting. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    const count = problems.length === 1 ? 'One thing has' : `${problems.length} things have`
    super(
      `avatar-gateway did not start. ${count} to be put right first:\n\n${problems.map((problem) => `  ${problem}`).join('\n')}\n`,
    )
    this.problems = problems
  }
}
