import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/** Closes the run with one plain line that people and CI read: `N passed, N failed`. */
export default class PlainLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => tests.filter((test) => test.result().state === state).length
    // A file that could not be loaded, or a hook that failed, has no failed test to show for it.
    const broken = modules.filter(
      (module) =>
        module.state() === 'failed' &&
        ![...module.children.allTests()].some((test) => test.result().state === 'failed'),
    )
    const failed = count('failed') + broken.length + unhandled.length
    const skipped = count('skipped')
    const line = `${count('passed')} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`
    // After the other reporters have had their say.
    process.on('exit', () => process.stdout.write(`${line}\n`))
  }
}
