import type { Locale } from '../../../language/locales.ts'

/** What a provider could not do now, as data. `retryAt` where it said when to try again. */
export type Failed = {
  failed:
    | 'unreachable'
    | 'timeout'
    | 'rate-limited'
    | 'daily-limit'
    | 'unauthorised'
    | 'refused'
    | 'full'
    | 'host'
    | 'not-found'
    | 'not-configured'
    | 'provider-error'
  detail: string
  retryAt: Date | null
}

export type RoomPlan = { topic: string; begins: Date; ends: Date; zone: string; capacity: number | null }

export type Guest = {
  givenName: string
  familyName: string
  address: string
  affiliation: string | null
  locale: Locale
  /** Speakers and signatories are seen and heard; everybody else watches. */
  role: 'panelist' | 'attendee'
}

export type Place = { ref: string; link: string }

export type Listed = { ref: string; address: string; link: string | null; status: 'approved' | 'pending' | 'denied' }

/** Where an online event takes place. Granting twice gives the same place; nothing here is called inside a transaction. */
export type Provider = {
  createRoom(plan: RoomPlan): Promise<{ ref: string } | Failed>
  updateRoom(ref: string, plan: RoomPlan): Promise<{ updated: true } | Failed>
  endRoom(ref: string): Promise<{ ended: true } | Failed>
  grant(ref: string, guest: Guest): Promise<Place | Failed>
  revoke(ref: string, place: { ref: string; address: string; role: Guest['role'] }): Promise<{ revoked: true } | Failed>
  list(ref: string): Promise<Listed[] | Failed>
}
