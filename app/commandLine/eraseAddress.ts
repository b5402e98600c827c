import { eraseAddress as erase } from '../erasure/erasingAddress.ts'
import { startServices } from '../main.ts'
import { readConfig } from '../platform/config.ts'
import { CommandRefused } from './sentences.ts'

/** `musubi erase ADDRESS`: for somebody without an account who asked for it. It cannot be taken back. */
export async function eraseAddress(address: string): Promise<void> {
  if (!/^[^\s@]+@[^\s@]+$/.test(address.trim())) throw new CommandRefused(`${address} is not a mail address.`)
  const { services, stop } = await startServices(readConfig({ ...process.env, MUSUBI_LOG: 'silent' }), {
    attended: false,
  })
  try {
    const outcome = await erase(services, address)
    if ('refused' in outcome)
      throw new CommandRefused(
        `${address} has an account. Whoever it is signs in with a link sent there and erases it at /account/erasure.`,
      )
    console.log(
      `${address} is named in no profile any more, and mails from it that waited are gone; ${outcome.mails} sent to it were emptied. Notes that others wrote by hand and registrations for events stay with those who keep them.`,
    )
  } finally {
    await stop()
  }
}
