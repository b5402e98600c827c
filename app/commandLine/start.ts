import { loadDemonstration } from '../examples/demonstration.ts'
import { receiveMail } from '../exchange/contacts/mailIn/receiving.ts'
import { listen } from '../http.ts'
import { root, startServices } from '../main.ts'
import { readConfig } from '../platform/config.ts'
import type { Services } from '../web/env.ts'
import { greetDemonstration, greetOperator } from './greeting.ts'
import { standInForZoom } from './standIn.ts'
import { stopOnSignal } from './stopping.ts'

/** `musubi start`: everything, until it is told to stop. */
export async function start(options: { empty?: boolean; demo?: boolean }): Promise<void> {
  const demo = options.demo ?? (!options.empty && !process.env['DATABASE_URL'])
  const config = readConfig(process.env, { demo })
  const { services, stop } = await startServices(config)
  const standIn = await standInForZoom(services)
  if (demo) await loadDemonstration(services, root, (step) => console.log(step))
  const door = await listen(services)
  await standIn.listen()
  const mailIn = config.mailIn ? await receiveMail(services, config.mailIn) : null
  console.log(`\nMusubi is ready: ${config.origin}\n`)
  await greet(services, demo)
  console.log('\nStop it with Ctrl+C.')
  stopOnSignal(async () => {
    await door.close()
    await mailIn?.close()
    await standIn.close()
    await stop()
  })
}

const greet = (services: Services, demo: boolean) => (demo ? greetDemonstration(services) : greetOperator(services))
