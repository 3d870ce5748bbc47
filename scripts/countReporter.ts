import type { Reporter, TestModule } from 'vitest/node'

/** Ends every test run with one countable line: `tests: N passed, N failed, N skipped`. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const count = { passed: 0, failed: unhandledErrors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      const before = count.failed
      for (const test of module.children.allTests()) count[test.result().state] += 1
      if (count.failed === before && module.state() === 'failed') count.failed += 1
    }
    console.log(
      `\ntests: ${count.passed} passed, ${count.failed + count.pending} failed, ${count.skipped} skipped`,
    )
  }
}
