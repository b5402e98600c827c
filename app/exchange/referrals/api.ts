import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { actOnReferral, reassignReferral } from './acting.ts'
import { askForReferral } from './asking.ts'
import { personsActs } from './forms.ts'
import { referralByReference, referralsOf, type ReferralView } from './queries.ts'
import { declineReasons, referralKinds } from './tables.ts'

const tag = 'exchange'
const kind = z.enum(referralKinds)
const stage = z.enum([
  'home',
  'partner',
  'company',
  'asker',
  'consent',
  'introduced',
  'answered',
  'declined',
  'withdrawn',
  'lapsed',
])
const side = z.enum(['asker', 'home', 'partner', 'company'])
const act = z.enum(personsActs)

const named = z
  .object({ organisationId: shapes.id, slug: shapes.slug, name: shapes.nameContent })
  .nullable()
  .describe('Null as long as the name is not open to the asker')

const referral = z.object({
  reference: shapes.reference,
  kind,
  stage,
  subject: shapes.content,
  message: shapes.content,
  from: shapes.slug.describe('The asking company’s cluster'),
  to: shapes.slug,
  asker: named,
  company: named,
  due: shapes.instant.nullable(),
  acts: z.array(z.object({ act, side })).describe('What the asker may do now'),
})

const present = ({ referral: one, asker, company, home, partner, acts }: ReferralView) => ({
  reference: one.reference,
  kind: one.kind,
  stage: one.standing.stage,
  subject: { original: one.subject.original, text: one.subject.text },
  message: { original: one.message.original, text: one.message.text },
  from: home.slug,
  to: partner.slug,
  asker: asker && presentName(asker),
  company: company && presentName(company),
  due: one.last.due?.at.toISOString() ?? null,
  acts,
})

const presentName = ({ organisationId, slug, name }: NonNullable<ReferralView['asker']>) => ({
  organisationId,
  slug,
  name: { original: name.original, text: name.text },
})

/** Introductions and requests for support, for programs. */
export const referralOperations: readonly Operation[] = [
  operation({
    id: 'listReferrals',
    method: 'get',
    path: '/referrals',
    tag,
    needs: 'exchange:read',
    summary: 'The referrals that one takes part in, those with one’s turn first.',
    answers: z.object({ referrals: z.array(referral) }),
    async run({ c }) {
      const { scope, services } = c.var
      return { referrals: (await referralsOf(services.database.db, scope)).map(present) }
    },
  }),
  operation({
    id: 'askForReferral',
    method: 'post',
    path: '/referrals',
    tag,
    needs: 'exchange:write',
    status: 201,
    summary: 'Ask for an introduction or for support, through one’s own coordinator.',
    body: z.strictObject({
      kind,
      fromOrganisationId: shapes.id,
      toClusterId: shapes.id,
      toOrganisationId: shapes.id.optional(),
      need: shapes.reference.optional().describe('The need or offer that is answered'),
      language: shapes.locale,
      subject: shapes.text(300, 'Cleaning of flexible endoscopes'),
      message: shapes.text(8000, 'We look for somebody who validates reprocessing.'),
      consents: z.boolean().describe('Whether the other coordinator may see the company’s name'),
    }),
    answers: z.object({ id: shapes.id, reference: shapes.reference }),
    refusals: refusalsOf<typeof askForReferral>({
      'not-yours': true,
      'no-home': true,
      'no-such-cluster': true,
      'same-cluster': true,
      'no-agreement': true,
      'not-there': true,
      'no-such-need': true,
    }),
    run: ({ c, body }) => {
      const { toOrganisationId, need, ...said } = body
      const input = { ...said, toOrganisationId: toOrganisationId ?? null, need: need ?? null }
      return askForReferral(c.var.services, c.var.scope, input)
    },
  }),
  operation({
    id: 'readReferral',
    method: 'get',
    path: '/referrals/{reference}',
    tag,
    needs: 'exchange:read',
    summary: 'One referral, with the names that are open to the asker.',
    answers: referral,
    async run({ c, params }) {
      const { scope, services } = c.var
      const view = await referralByReference(services.database.db, scope, params['reference'] ?? '')
      return view && present(view)
    },
  }),
  operation({
    id: 'actOnReferral',
    method: 'post',
    path: '/referrals/{reference}/acts',
    tag,
    needs: 'exchange:write',
    summary: 'Pass it on, ask back, say yes or no, give consent or take it back.',
    body: z.strictObject({
      act,
      side,
      reason: z.enum(declineReasons).optional(),
      words: shapes.text(4000, 'We know two companies.').optional(),
      to: shapes.id.optional().describe('The company it is passed to'),
    }),
    answers: z.object({ stage }),
    refusals: refusalsOf<typeof actOnReferral>({
      'not-yours': true,
      'not-now': true,
      'reason-missing': true,
      'words-missing': true,
      'company-missing': true,
    }),
    async run({ c, params, body }) {
      const { scope, services } = c.var
      const view = await referralByReference(services.database.db, scope, params['reference'] ?? '')
      if (!view) return null
      const { reason, words, to, ...done } = body
      const input = { ...done, reason: reason ?? null, words: words ?? null, toOrganisationId: to ?? null }
      return actOnReferral(services, scope, view.referral.id, input)
    },
  }),
  operation({
    id: 'reassignReferral',
    method: 'post',
    path: '/referrals/{reference}/assignment',
    tag,
    needs: 'exchange:write',
    summary: 'Give an office’s turn to a colleague.',
    body: z.strictObject({ personId: shapes.id }),
    answers: z.object({ reassigned: z.literal(true) }),
    refusals: refusalsOf<typeof reassignReferral>({ 'not-yours': true, 'not-now': true, 'no-such-person': true }),
    async run({ c, params, body }) {
      const { scope, services } = c.var
      const view = await referralByReference(services.database.db, scope, params['reference'] ?? '')
      return view ? reassignReferral(services, scope, view.referral.id, body.personId) : null
    },
  }),
]
