import { eraseAccount } from '../accounts/erasingAccount.ts'
import { eraseCalendar } from '../events/invitations/erasingCalendar.ts'
import { eraseDrafts } from '../exchange/contacts/mailIn/erasingDrafts.ts'
import { eraseSearches } from '../exchange/directory/erasingSearches.ts'
import { eraseContact } from '../organisations/members/erasingContact.ts'
import { erasePersonalValue } from '../platform/audit/erase.ts'
import type { Tx } from '../platform/db/tables.ts'
import type { Addressee, AddressEraser, Eraser } from '../web/erasing.ts'

/** Rooms that hold somebody by address, with or without an account. */
export const addressErasers: readonly AddressEraser[] = [eraseContact, eraseDrafts, eraseFromRecord]

/** Every room that holds something of a person which nobody else needs; the account itself last. */
export const erasers: readonly Eraser[] = [eraseSearches, eraseCalendar, ...addressErasers, eraseAccount]

/** An address stands in the record where somebody was written to before anything else was known of them. */
async function eraseFromRecord(tx: Tx, { address }: Addressee): Promise<void> {
  await erasePersonalValue(tx, address)
}
