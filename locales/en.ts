import { api } from './en/api.ts'
import { accounts } from './en/accounts.ts'
import { agreements } from './en/agreements.ts'
import { common } from './en/common.ts'
import { errors } from './en/errors.ts'
import { signing } from './en/signing.ts'
import { organisations } from './en/organisations.ts'
import { site } from './en/site.ts'
import { today } from './en/today.ts'
import { events } from './en/events.ts'
import { accreditation } from './en/accreditation.ts'
import { access } from './en/access.ts'
import { invitations } from './en/invitations.ts'
import { ceremonies } from './en/ceremonies.ts'
import { press } from './en/press.ts'
import { releases } from './en/releases.ts'
import { replay } from './en/replay.ts'
import { verification } from './en/verification.ts'
import { contacts } from './en/contacts.ts'
import { needs } from './en/needs.ts'
import { register } from './en/register.ts'
import { life } from './en/life.ts'
import { undertakings } from './en/undertakings.ts'
import { members } from './en/members.ts'
import { imports } from './en/imports.ts'
import { directory } from './en/directory.ts'
import { referrals } from './en/referrals.ts'
import { impact } from './en/impact.ts'
import { review } from './en/review.ts'
import { duplicates } from './en/duplicates.ts'
import { consents } from './en/consents.ts'
import { erasure } from './en/erasure.ts'
import { codes } from './en/codes.ts'
import { profileChecks } from './en/profileChecks.ts'
import { mailIn } from './en/mailIn.ts'
import { logos } from './en/logos.ts'
import { handover } from './en/handover.ts'

export const en = {
  accounts,
  api,
  agreements,
  common,
  errors,
  signing,
  organisations,
  site,
  today,
  events,
  accreditation,
  access,
  invitations,
  ceremonies,
  press,
  releases,
  replay,
  verification,
  contacts,
  needs,
  handover,
  logos,
  mailIn,
  profileChecks,
  codes,
  erasure,
  consents,
  duplicates,
  review,
  impact,
  referrals,
  members,
  imports,
  directory,
  undertakings,
  register,
  life,
}

/** The shape every language must fill: English sets it, the compiler holds the others to it. */
export type Catalogue = typeof en
