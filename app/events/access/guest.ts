import type { Locale } from '../../language/locales.ts'
import type { PersonName } from '../../language/names.ts'
import type { CategoryKind } from '../tables.ts'
import type { Guest } from './providers/provider.ts'

/** What a provider is told of somebody: how they are to be called in the room, and where they belong. Nothing else leaves. */
export function guestOf(registration: {
  name: PersonName
  address: string
  affiliation: string | null
  locale: Locale
  role: CategoryKind
}): Guest {
  const { native, latin } = registration.name
  const shown = latin ?? native
  return {
    givenName: shown.given ?? '',
    familyName: shown.family,
    address: registration.address,
    affiliation: registration.affiliation,
    locale: registration.locale,
    role: roleOf(registration.role),
  }
}

/** Speakers, signatories among them, are seen and heard; everybody else watches. */
export const roleOf = (kind: CategoryKind): Guest['role'] => (kind === 'speaker' ? 'panelist' : 'attendee')
