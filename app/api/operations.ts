import { accountOperations } from '../accounts/api.ts'
import { agreementOperations } from '../agreements/api.ts'
import { ceremonyOperations } from '../ceremonies/api.ts'
import { eventOperations } from '../events/api.ts'
import { organisationOperations } from '../organisations/api.ts'
import { pressOperations } from '../press/api.ts'
import { verificationOperations } from '../verification/api.ts'
import { memberOperations } from '../organisations/members/api.ts'
import { checkOperations } from '../organisations/members/checks/api.ts'
import { logoOperations } from '../organisations/members/logo/api.ts'
import { consentOperations } from '../organisations/members/consents/api.ts'
import { duplicateOperations } from '../organisations/duplicates/api.ts'
import { importOperations } from '../organisations/import/api.ts'
import { referralOperations } from '../exchange/referrals/api.ts'
import { needOperations } from '../exchange/needs/api.ts'
import { codeOperations } from '../exchange/codes/api.ts'
import { directoryOperations } from '../exchange/directory/api.ts'
import { impactOperations } from '../impact/api.ts'
import { mailInOperations } from '../exchange/contacts/mailIn/api.ts'
import { contactOperations } from '../exchange/contacts/api.ts'
import { handoverOperations } from '../handover/api.ts'
import type { Operation } from './operation.ts'

/** Everything the API can do, room by room. */
export const operations: readonly Operation[] = [
  ...agreementOperations,
  ...eventOperations,
  ...ceremonyOperations,
  ...pressOperations,
  ...memberOperations,
  ...importOperations,
  ...duplicateOperations,
  ...consentOperations,
  ...logoOperations,
  ...checkOperations,
  ...referralOperations,
  ...directoryOperations,
  ...codeOperations,
  ...impactOperations,
  ...mailInOperations,
  ...contactOperations,
  ...needOperations,
  ...handoverOperations,
  ...verificationOperations,
  ...organisationOperations,
  ...accountOperations,
]
