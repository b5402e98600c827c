import { api } from './de/api.ts'
import { accounts } from './de/accounts.ts'
import { agreements } from './de/agreements.ts'
import { common } from './de/common.ts'
import { errors } from './de/errors.ts'
import { signing } from './de/signing.ts'
import { organisations } from './de/organisations.ts'
import { site } from './de/site.ts'
import { today } from './de/today.ts'
import { events } from './de/events.ts'
import { accreditation } from './de/accreditation.ts'
import { access } from './de/access.ts'
import { invitations } from './de/invitations.ts'
import { ceremonies } from './de/ceremonies.ts'
import { press } from './de/press.ts'
import { releases } from './de/releases.ts'
import { replay } from './de/replay.ts'
import { verification } from './de/verification.ts'
import { contacts } from './de/contacts.ts'
import { needs } from './de/needs.ts'
import { register } from './de/register.ts'
import { life } from './de/life.ts'
import { undertakings } from './de/undertakings.ts'
import { members } from './de/members.ts'
import { imports } from './de/imports.ts'
import { directory } from './de/directory.ts'
import { referrals } from './de/referrals.ts'
import { impact } from './de/impact.ts'
import { review } from './de/review.ts'
import { duplicates } from './de/duplicates.ts'
import { consents } from './de/consents.ts'
import { erasure } from './de/erasure.ts'
import { codes } from './de/codes.ts'
import { profileChecks } from './de/profileChecks.ts'
import { mailIn } from './de/mailIn.ts'
import { logos } from './de/logos.ts'
import { handover } from './de/handover.ts'
import type { Catalogue } from './en.ts'

export const de: Catalogue = {
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
