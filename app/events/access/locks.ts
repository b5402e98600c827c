import type { Services } from '../../web/env.ts'

const PURPOSE = 'access-link'

/** Links that let people in are unreadable to whoever has only the database. */
export const lockLink = ({ secrets }: Pick<Services, 'secrets'>, link: string): Uint8Array =>
  secrets.lock(new TextEncoder().encode(link), PURPOSE)

export const unlockLink = ({ secrets }: Pick<Services, 'secrets'>, locked: Uint8Array): string =>
  new TextDecoder().decode(secrets.unlock(locked, PURPOSE))
