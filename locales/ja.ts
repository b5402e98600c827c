import { api } from './ja/api.ts'
import { accounts } from './ja/accounts.ts'
import { agreements } from './ja/agreements.ts'
import { common } from './ja/common.ts'
import { errors } from './ja/errors.ts'
import { signing } from './ja/signing.ts'
import { organisations } from './ja/organisations.ts'
import { site } from './ja/site.ts'
import { today } from './ja/today.ts'
import { events } from './ja/events.ts'
import { accreditation } from './ja/accreditation.ts'
import { access } from './ja/access.ts'
import { invitations } from './ja/invitations.ts'
import { ceremonies } from './ja/ceremonies.ts'
import { press } from './ja/press.ts'
import { releases } from './ja/releases.ts'
import { replay } from './ja/replay.ts'
import { verification } from './ja/verification.ts'
import { contacts } from './ja/contacts.ts'
import { needs } from './ja/needs.ts'
import { register } from './ja/register.ts'
import { life } from './ja/life.ts'
import { undertakings } from './ja/undertakings.ts'
import { members } from './ja/members.ts'
import { imports } from './ja/imports.ts'
import { directory } from './ja/directory.ts'
import { referrals } from './ja/referrals.ts'
import { impact } from './ja/impact.ts'
import { review } from './ja/review.ts'
import { duplicates } from './ja/duplicates.ts'
import { consents } from './ja/consents.ts'
import { erasure } from './ja/erasure.ts'
import { codes } from './ja/codes.ts'
import { profileChecks } from './ja/profileChecks.ts'
import { mailIn } from './ja/mailIn.ts'
import { logos } from './ja/logos.ts'
import { handover } from './ja/handover.ts'
import type { Catalogue } from './en.ts'

export const ja: Catalogue = {
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
