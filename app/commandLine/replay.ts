import { replay as replayAfternoon } from '../examples/afternoon/replaying.ts'
import { loadDemonstration } from '../examples/demonstration.ts'
import { listen } from '../http.ts'
import { root, startServices } from '../main.ts'
import { readConfig } from '../platform/config.ts'
import { standInForZoom } from './standIn.ts'
import { CommandRefused } from './sentences.ts'

/** `musubi replay`: the ceremony of an example, live in the browser, on a database that is gone afterwards. */
export async function replay(folder: string, options: { speed: string }): Promise<void> {
  const speed = Number(options.speed)
  if (!(speed >= 1 && speed <= 1000)) throw new CommandRefused('The speed is a number from 1 to 1000: --speed 20')
  if (folder.replace(/\/$/, '') !== 'examples/magia-kobe')
    throw new CommandRefused('There is one ceremony to replay: musubi replay examples/magia-kobe')
  const environment = { ...process.env, DATABASE_URL: '', MUSUBI_LOG: 'silent' }
  const config = readConfig(environment, { demo: true })
  const { services, stop } = await startServices(config, { inMemory: true })
  const standIn = await standInForZoom(services)
  await loadDemonstration(services, root, (step) => console.log(step))
  const door = await listen(services)
  await standIn.listen()
  const ending = new AbortController()
  const close = async () => {
    ending.abort()
    await door.close()
    await standIn.close()
    await stop()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().then(() => process.exit(0)))
  const { slug, releaseSlug, ended } = await replayAfternoon(services, root, {
    speed,
    report: (step) => console.log(step),
    signal: ending.signal,
  })
  const pages = `${config.origin}/en/ceremonies/${slug}`
  console.log(`
Watch:     ${pages}
Stage:     ${pages}/stage
Cue sheet: ${pages}/cues   (first act as the demonstration coordinator of FBRI: ${config.origin}/demo)
Release:   ${config.origin}/en/releases/${releaseSlug}   (once it is lifted)
`)
  await ended
  console.log('\nThe afternoon is over. Its pages stay until you stop it with Ctrl+C.')
}
