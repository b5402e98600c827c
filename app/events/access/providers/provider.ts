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

export type RoomPlan = {
  topic: string
  begins: Date
  ends: Date
  zone: string
  capacity: number | null
  /** The event's public page: what a room is known by that was made and never noted. */
  page: string
}

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

/** Somebody's presence, as a provider's report tells it. */
export type Attended = { ref: string | null; address: string | null; joinedAt: Date; leftAt: Date | null }

/** A provider's message to us, as it came. */
export type WebhookLetter = { body: Uint8Array; header(name: string): string | undefined }

export type WebhookReading =
  | { kind: 'refused'; why: 'not-configured' | 'unsigned' | 'forged' | 'stale' | 'unreadable' }
  /** Asks whether we hold the secret. */
  | { kind: 'challenge'; answer: Record<string, string> }
  | {
      kind: 'happening'
      digest: Uint8Array
      event: string
      at: Date
      /** Somebody came or went; null for all else. */
      mark: { room: string; ref: string | null; address: string | null; came: boolean; at: Date } | null
    }

/** Where an online event takes place. Granting twice gives the same place; nothing here is called inside a transaction. */
export type Provider = {
  createRoom(plan: RoomPlan): Promise<{ ref: string } | Failed>
  updateRoom(ref: string, plan: RoomPlan): Promise<{ updated: true } | Failed>
  endRoom(ref: string): Promise<{ ended: true } | Failed>
  grant(ref: string, guest: Guest): Promise<Place | Failed>
  revoke(ref: string, place: { ref: string; address: string; role: Guest['role'] }): Promise<{ revoked: true } | Failed>
  /** Several at once, where there is such a way; by address in small letters. Whoever is not in the answer has no place by it. */
  grantMany?(ref: string, guests: readonly Guest[]): Promise<Map<string, Place> | Failed>
  /** Absent where nobody is listed: there everybody has the same link. */
  list?(ref: string): Promise<Listed[] | Failed>
  listAttendance(ref: string): Promise<Attended[] | Failed>
  readWebhook(letter: WebhookLetter): WebhookReading
}
