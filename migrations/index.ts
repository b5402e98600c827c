import type { Migration } from '../app/platform/db/migrate.ts'
import * as platform from './0001_platform.ts'
import * as organisations from './0002_organisations.ts'
import * as accounts from './0003_accounts.ts'
import * as activity from './0004_activity.ts'
import * as agreements from './0005_agreements.ts'
import * as mail from './0006_mail.ts'
import * as events from './0007_events.ts'
import * as accreditation from './0008_accreditation.ts'
import * as access from './0009_access.ts'
import * as invitations from './0010_invitations.ts'
import * as ceremonies from './0011_ceremonies.ts'
import * as press from './0012_press.ts'
import * as contacts from './0013_contacts.ts'
import * as handover from './0014_handover.ts'
import * as inForce from './0015_in_force.ts'
import * as members from './0016_members.ts'
import * as imports from './0017_imports.ts'
import * as search from './0018_search.ts'
import * as needs from './0019_needs.ts'
import * as referrals from './0020_referrals.ts'
import * as impact from './0021_impact.ts'
import * as outcomeFollowUp from './0022_outcome_follow_up.ts'
import * as duplicates from './0023_duplicates.ts'
import * as quickerRights from './0026_quicker_rights.ts'
import * as meetings from './0028_meetings.ts'
import * as nomenclature from './0030_nomenclature.ts'

/** Every migration, in order: one line each. A list, so that nothing depends on reading a folder. */
export const migrations: readonly Migration[] = [
  { name: '0001_platform', up: platform.up },
  { name: '0002_organisations', up: organisations.up },
  { name: '0003_accounts', up: accounts.up },
  { name: '0004_activity', up: activity.up },
  { name: '0005_agreements', up: agreements.up },
  { name: '0006_mail', up: mail.up },
  { name: '0007_events', up: events.up },
  { name: '0008_accreditation', up: accreditation.up },
  { name: '0009_access', up: access.up },
  { name: '0010_invitations', up: invitations.up },
  { name: '0011_ceremonies', up: ceremonies.up },
  { name: '0012_press', up: press.up },
  { name: '0013_contacts', up: contacts.up },
  { name: '0014_handover', up: handover.up },
  { name: '0015_in_force', up: inForce.up },
  { name: '0016_members', up: members.up },
  { name: '0017_imports', up: imports.up },
  { name: '0018_search', up: search.up },
  { name: '0019_needs', up: needs.up },
  { name: '0020_referrals', up: referrals.up },
  { name: '0021_impact', up: impact.up },
  { name: '0022_outcome_follow_up', up: outcomeFollowUp.up },
  { name: '0023_duplicates', up: duplicates.up },
  { name: '0026_quicker_rights', up: quickerRights.up },
  { name: '0028_meetings', up: meetings.up },
  { name: '0030_nomenclature', up: nomenclature.up },
]
