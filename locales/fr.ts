import { api } from './fr/api.ts'
import { accounts } from './fr/accounts.ts'
import { agreements } from './fr/agreements.ts'
import { common } from './fr/common.ts'
import { errors } from './fr/errors.ts'
import { signing } from './fr/signing.ts'
import { organisations } from './fr/organisations.ts'
import { site } from './fr/site.ts'
import { today } from './fr/today.ts'
import { events } from './fr/events.ts'
import { accreditation } from './fr/accreditation.ts'
import { access } from './fr/access.ts'
import { invitations } from './fr/invitations.ts'
import { ceremonies } from './fr/ceremonies.ts'
import { press } from './fr/press.ts'
import { releases } from './fr/releases.ts'
import { replay } from './fr/replay.ts'
import { verification } from './fr/verification.ts'
import { contacts } from './fr/contacts.ts'
import { needs } from './fr/needs.ts'
import { register } from './fr/register.ts'
import { life } from './fr/life.ts'
import { undertakings } from './fr/undertakings.ts'
import { members } from './fr/members.ts'
import { imports } from './fr/imports.ts'
import { directory } from './fr/directory.ts'
import { referrals } from './fr/referrals.ts'
import { impact } from './fr/impact.ts'
import { review } from './fr/review.ts'
import { duplicates } from './fr/duplicates.ts'
import { consents } from './fr/consents.ts'
import { erasure } from './fr/erasure.ts'
import { codes } from './fr/codes.ts'
import { profileChecks } from './fr/profileChecks.ts'
import { mailIn } from './fr/mailIn.ts'
import { logos } from './fr/logos.ts'
import { handover } from './fr/handover.ts'
import type { Catalogue } from './en.ts'

export const fr: Catalogue = {
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
