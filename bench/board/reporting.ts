/** The same clock in every process of this machine, in milliseconds and parts of them. */
export const now = (): number => performance.timeOrigin + performance.now()

/** Answers the bench's questions: what the process holds in memory, and when which broadcast began. */
export function report(sent: readonly [number, number][], further: Record<string, () => void> = {}): void {
  process.on('message', (name: string) => {
    if (name === 'memory') {
      ;(globalThis as { gc?: () => void }).gc?.()
      process.send?.({ memory: process.memoryUsage().rss })
    } else if (name === 'processor') {
      const { user, system } = process.cpuUsage()
      process.send?.({ processor: (user + system) / 1000 })
    } else if (name === 'sent') process.send?.({ sent })
    else further[name]?.()
  })
  // Whoever started us is gone.
  process.on('disconnect', () => process.exit())
}
