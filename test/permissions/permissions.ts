import { accountPermissions } from './accounts.ts'
import { agreementPermissions } from './agreements.ts'
import { apiPermissions } from './api.ts'
import { eventPermissions } from './events.ts'
import { accreditationPermissions } from './accreditation.ts'
import { accessPermissions } from './access.ts'
import { invitationPermissions } from './invitations.ts'
import { ceremonyPermissions } from './ceremonies.ts'
import { pressPermissions } from './press.ts'
import { contactPermissions } from './contacts.ts'
import { needPermissions } from './needs.ts'
import { registerPermissions } from './register.ts'
import { directoryPermissions } from './directory.ts'
import { memberPermissions } from './members.ts'
import { profileCheckPermissions } from './profileChecks.ts'
import { duplicatePermissions } from './duplicates.ts'
import { importPermissions } from './imports.ts'
import { referralPermissions } from './referrals.ts'
import { impactPermissions } from './impact.ts'
import { lifePermissions } from './life.ts'
import { handoverPermissions } from './handover.ts'
import { organisationPermissions } from './organisations.ts'
import { replayPermissions } from './replay.ts'
import type { Permissions } from './rows.ts'
import { sitePermissions } from './site.ts'
import { todayPermissions } from './today.ts'
import { verificationPermissions } from './verification.ts'

/** Who may do what, route by route: one table a room. A route without a row here fails the tests. */
export const permissions: Permissions = {
  ...sitePermissions,
  ...accountPermissions,
  ...organisationPermissions,
  ...agreementPermissions,
  ...todayPermissions,
  ...verificationPermissions,
  ...eventPermissions,
  ...accreditationPermissions,
  ...accessPermissions,
  ...invitationPermissions,
  ...ceremonyPermissions,
  ...pressPermissions,
  ...contactPermissions,
  ...needPermissions,
  ...lifePermissions,
  ...impactPermissions,
  ...referralPermissions,
  ...memberPermissions,
  ...importPermissions,
  ...duplicatePermissions,
  ...profileCheckPermissions,
  ...directoryPermissions,
  ...registerPermissions,
  ...handoverPermissions,
  ...replayPermissions,
  ...apiPermissions,
}
