import { eraseAccount } from '../accounts/erasingAccount.ts'
import { eraseCalendar } from '../events/invitations/erasingCalendar.ts'
import { eraseSearches } from '../exchange/directory/erasingSearches.ts'
import { eraseContact } from '../organisations/members/erasingContact.ts'
import type { Eraser } from '../web/erasing.ts'

/** Every room that holds something of a person which nobody else needs; the account itself last. */
export const erasers: readonly Eraser[] = [eraseSearches, eraseCalendar, eraseContact, eraseAccount]
