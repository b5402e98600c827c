/** One JSON object a line on standard output. No personal data goes in: no names, addresses, bodies, query strings. */
export type Log = (event: string, facts?: Record<string, unknown>) => void

export const silentLog: Log = () => {}

export const jsonLog: Log = (event, facts = {}) => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`)
}
