import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { describe, expect, test } from 'vitest'
import { registeredRoutes } from '../../test/permissions/registeredRoutes.ts'
import { agreementRoutes } from '../agreements/routes.tsx'
import { organisationRoutes } from '../organisations/routes.tsx'
import { verificationRoutes } from '../verification/routes.tsx'
import type { Env } from '../web/env.ts'
import { ceremonyRoutes } from '../ceremonies/routes.tsx'
import { eventRoutes } from '../events/routes.tsx'
import { pressRoutes } from '../press/routes.tsx'
import { operations } from './operations.ts'
import { events } from './testing/twins/events.ts'
import { accreditation } from './testing/twins/accreditation.ts'
import { access } from './testing/twins/access.ts'
import { invitations } from './testing/twins/invitations.ts'
import { ceremonies } from './testing/twins/ceremonies.ts'
import { press } from './testing/twins/press.ts'
import { directory } from './testing/twins/directory.ts'
import { contacts } from './testing/twins/contacts.ts'
import { needs } from './testing/twins/needs.ts'
import { members } from './testing/twins/members.ts'
import { profileChecks } from './testing/twins/profileChecks.ts'
import { logos } from './testing/twins/logos.ts'
import { consents } from './testing/twins/consents.ts'
import { duplicates } from './testing/twins/duplicates.ts'
import { imports } from './testing/twins/imports.ts'
import { ownProfileRoutes } from '../organisations/members/checks/ownRoutes.tsx'
import { checkRoutes } from '../organisations/members/checks/routes.tsx'
import { logoRoutes } from '../organisations/members/logo/routes.tsx'
import { consentRoutes } from '../organisations/members/consents/routes.tsx'
import { duplicateRoutes } from '../organisations/duplicates/routes.tsx'
import { importRoutes } from '../organisations/import/routes.tsx'
import { memberRoutes } from '../organisations/members/routes.tsx'
import { register } from './testing/twins/register.ts'
import { life } from './testing/twins/life.ts'
import { handover } from './testing/twins/handover.ts'
import { needRoutes } from '../exchange/needs/routes.tsx'
import { directoryRoutes } from '../exchange/directory/routes.tsx'
import { mailInRoutes } from '../exchange/contacts/mailIn/routes.tsx'
import { contactRoutes } from '../exchange/contacts/routes.tsx'
import { handoverRoutes } from '../handover/routes.tsx'
import { referrals } from './testing/twins/referrals.ts'
import { referralRoutes } from '../exchange/referrals/routes.tsx'
import { impact } from './testing/twins/impact.ts'
import { impactRoutes } from '../impact/routes.tsx'
import type { Twin } from './testing/twins/twin.ts'

const app = join(import.meta.dirname, '..')
const here = '/:locale/agreements/:reference'

const rooms = [
  events,
  accreditation,
  access,
  invitations,
  ceremonies,
  press,
  contacts,
  directory,
  needs,
  handover,
  life,
  register,
  members,
  imports,
  duplicates,
  consents,
  logos,
  profileChecks,
  referrals,
  impact,
]

const twin = (operation: string, verb: string, screen: string, program: string): Twin => ({
  operation,
  verb,
  screen: `agreements/routes/${screen}.tsx`,
  program: `agreements/api/${program}.ts`,
})

/** Every form of a screen, the operation that does the same, and the verb that both call. */
const twins: Record<string, Twin> = {
  '/:locale/agreements': twin('draftFromTemplate', 'draftFromTemplate', 'drafting', 'drafting'),
  [`${here}/clauses`]: twin('addClause', 'addClause', 'clauses', 'drafting'),
  [`${here}/clauses/:clause`]: twin('reviseClause', 'reviseClause', 'clauses', 'drafting'),
  [`${here}/clauses/:clause/position`]: twin('moveClause', 'moveClause', 'clauses', 'drafting'),
  [`${here}/clauses/:clause/removal`]: twin('removeClause', 'removeClause', 'clauses', 'drafting'),
  [`${here}/clauses/:clause/proposal`]: twin('proposeChange', 'proposeChange', 'proposals', 'negotiating'),
  [`${here}/proposals/:proposal/answers`]: twin('answerProposal', 'answerProposal', 'proposals', 'negotiating'),
  [`${here}/proposals/:proposal/withdrawal`]: twin('withdrawProposal', 'withdrawProposal', 'proposals', 'negotiating'),
  [`${here}/signatories/:party`]: twin('nameSignatory', 'nameSignatory', 'signatories', 'negotiating'),
  [`${here}/approvals`]: twin('approveText', 'approveText', 'approvals', 'negotiating'),
  [`${here}/approvals/withdrawal`]: twin('withdrawApproval', 'withdrawApproval', 'approvals', 'negotiating'),
  [`${here}/signatories/:party/invitations`]: twin('inviteSignatoryAgain', 'inviteAgain', 'signatories', 'signing'),
  [`${here}/codes`]: twin('requestConsentCode', 'requestConsentCode', 'signing', 'signing'),
  [`${here}/consents`]: twin('giveConsent', 'giveConsent', 'signing', 'signing'),
  [`${here}/consents/withdrawal`]: twin('withdrawConsent', 'withdrawConsent', 'signing', 'signing'),
  [`${here}/signatures`]: twin('signAgreement', 'signAgreement', 'signing', 'signing'),
  [`${here}/publication`]: twin('publishAgreement', 'publishAgreement', 'publication', 'signing'),
  [`${here}/publication/withdrawal`]: twin('unpublishAgreement', 'unpublishAgreement', 'publication', 'signing'),
  '/:locale/organisations': {
    operation: 'registerOrganisation',
    verb: 'registerOrganisation',
    screen: 'organisations/editingRoutes.tsx',
    program: 'organisations/api.ts',
  },
  '/:locale/organisations/:slug/edit': {
    operation: 'describeOrganisation',
    verb: 'describeOrganisation',
    screen: 'organisations/editingRoutes.tsx',
    program: 'organisations/api.ts',
  },
  '/:locale/verify': {
    operation: 'verifyFile',
    verb: 'verifyFile',
    screen: 'verification/routes.tsx',
    program: 'verification/api.ts',
  },
  ...Object.assign({}, ...rooms.map(({ twins }) => twins)),
}

/** What has no operation, and why. */
const screensOnly: Record<string, string> = {
  '/:locale/signing/:token': 'opens a session in a browser; a program has its token',
  [`${here}/passkey-options`]: 'a passkey answers to a browser',
  ...Object.assign({}, ...rooms.map(({ screensOnly }) => screensOnly)),
}

const forms = () => {
  const hono = new Hono<Env>()
  for (const routes of [
    agreementRoutes,
    organisationRoutes,
    verificationRoutes,
    eventRoutes,
    ceremonyRoutes,
    pressRoutes,
    memberRoutes,
    importRoutes,
    duplicateRoutes,
    consentRoutes,
    logoRoutes,
    checkRoutes,
    ownProfileRoutes,
    referralRoutes,
    impactRoutes,
    mailInRoutes,
    contactRoutes,
    directoryRoutes,
    needRoutes,
    handoverRoutes,
  ])
    routes(hono)
  return registeredRoutes(hono)
    .filter((door) => door.startsWith('POST '))
    .map((door) => door.slice('POST '.length))
}

test('whatever a form does, an operation does', () => {
  expect([...Object.keys(twins), ...Object.keys(screensOnly)].toSorted()).toEqual(forms().toSorted())
})

test('every operation that changes something is on a screen, but for drafting from clauses of one’s own', () => {
  const acts = operations.filter(({ method }) => method !== 'get').map(({ id }) => id)
  const shown = Object.values(twins).map(({ operation }) => operation)
  expect(acts.filter((id) => !shown.includes(id))).toEqual(['draftAgreement'])
})

describe.each(Object.entries(twins))('%s', (_, { operation, verb, screen, program }) => {
  test(`and ${operation} call ${verb}`, () => {
    expect(operations.some(({ id }) => id === operation)).toBe(true)
    const [ofScreen, ofProgram] = [screen, program].map((file) => verbsImportedBy(file).get(verb))
    expect(ofScreen).toBeDefined()
    expect(ofProgram).toBe(ofScreen)
    for (const file of [screen, program])
      expect(readFileSync(join(app, file), 'utf8')).toMatch(new RegExp(`\\b${verb}\\(`))
  })
})

/** Name → the file it is imported from, as an absolute path. */
function verbsImportedBy(file: string): Map<string, string> {
  const source = readFileSync(join(app, file), 'utf8')
  const found = new Map<string, string>()
  for (const [, names = '', from = ''] of source.matchAll(/^import \{([^}]+)\} from '(\.[^']+)'/gm)) {
    for (const name of names.split(',')) found.set(name.replace(/^\s*type /, '').trim(), join(app, file, '..', from))
  }
  return found
}
