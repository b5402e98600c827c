import { api } from './it/api.ts'
import { accounts } from './it/accounts.ts'
import { agreements } from './it/agreements.ts'
import { common } from './it/common.ts'
import { errors } from './it/errors.ts'
import { signing } from './it/signing.ts'
import { organisations } from './it/organisations.ts'
import { site } from './it/site.ts'
import { today } from './it/today.ts'
import { events } from './it/events.ts'
import { accreditation } from './it/accreditation.ts'
import { access } from './it/access.ts'
import { invitations } from './it/invitations.ts'
import { ceremonies } from './it/ceremonies.ts'
import { press } from './it/press.ts'
import { releases } from './it/releases.ts'
import { replay } from './it/replay.ts'
import { verification } from './it/verification.ts'
import { contacts } from './it/contacts.ts'
import { needs } from './it/needs.ts'
import { register } from './it/register.ts'
import { life } from './it/life.ts'
import { undertakings } from './it/undertakings.ts'
import { members } from './it/members.ts'
import { imports } from './it/imports.ts'
import { directory } from './it/directory.ts'
import { referrals } from './it/referrals.ts'
import { impact } from './it/impact.ts'
import { review } from './it/review.ts'
import { duplicates } from './it/duplicates.ts'
import { consents } from './it/consents.ts'
import { erasure } from './it/erasure.ts'
import { codes } from './it/codes.ts'
import { profileChecks } from './it/profileChecks.ts'
import { mailIn } from './it/mailIn.ts'
import { logos } from './it/logos.ts'
import { handover } from './it/handover.ts'
import type { Catalogue } from './en.ts'

export const it: Catalogue = {
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
