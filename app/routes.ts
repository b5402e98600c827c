import { accountRoutes } from './accounts/routes.tsx'
import { agreementRoutes } from './agreements/routes.tsx'
import { ceremonyRoutes } from './ceremonies/routes.tsx'
import { eventRoutes } from './events/routes.tsx'
import { exampleRoutes } from './examples/routes.tsx'
import { referralRoutes } from './exchange/referrals/routes.tsx'
import { impactRoutes } from './impact/routes.tsx'
import { reviewRoutes } from './impact/reviewRoutes.tsx'
import { ownProfileRoutes } from './organisations/members/checks/ownRoutes.tsx'
import { checkRoutes } from './organisations/members/checks/routes.tsx'
import { logoRoutes } from './organisations/members/logo/routes.tsx'
import { consentRoutes } from './organisations/members/consents/routes.tsx'
import { duplicateRoutes } from './organisations/duplicates/routes.tsx'
import { importRoutes } from './organisations/import/routes.tsx'
import { memberRoutes } from './organisations/members/routes.tsx'
import { organisationRoutes } from './organisations/routes.tsx'
import { pressRoutes } from './press/routes.tsx'
import { siteRoutes } from './site/routes.tsx'
import { todayRoutes } from './today/routes.tsx'
import { verificationRoutes } from './verification/routes.tsx'
import { needRoutes } from './exchange/needs/routes.tsx'
import { codeRoutes } from './exchange/codes/routes.tsx'
import { directoryRoutes } from './exchange/directory/routes.tsx'
import { mailInRoutes } from './exchange/contacts/mailIn/routes.tsx'
import { contactRoutes } from './exchange/contacts/routes.tsx'
import { erasureRoutes } from './erasure/routes.tsx'
import { handoverRoutes } from './handover/routes.tsx'
import { apiRoutes } from './api/routes.tsx'
import type { Routes } from './web/env.ts'

/** The table of contents: every feature's routes. */
export const features: readonly Routes[] = [
  siteRoutes,
  todayRoutes,
  accountRoutes,
  memberRoutes,
  importRoutes,
  duplicateRoutes,
  consentRoutes,
  logoRoutes,
  checkRoutes,
  ownProfileRoutes,
  referralRoutes,
  impactRoutes,
  reviewRoutes,
  organisationRoutes,
  agreementRoutes,
  eventRoutes,
  ceremonyRoutes,
  pressRoutes,
  directoryRoutes,
  codeRoutes,
  mailInRoutes,
  contactRoutes,
  needRoutes,
  handoverRoutes,
  erasureRoutes,
  exampleRoutes,
  verificationRoutes,
  apiRoutes,
]
