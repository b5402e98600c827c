import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { readEmdn } from '../../organisations/members/classes.ts'
import type { ProfileText } from '../../organisations/profileText.ts'
import { dismissMatch, restoreMatch } from './dismissing.ts'
import { enterNeed, type NeedFacts } from './entering.ts'
import { findNeed, type Named } from './finding.ts'
import { matchingMembers, matchingNeeds } from './matching.ts'
import { publishedNeeds } from './queries.ts'
import { reviseNeed } from './revising.ts'
import { needStates } from './state.ts'
import { takeNeedStep } from './stepping.ts'
import { directions, dismissalReasons, needActs, needKinds, partnerKinds } from './tables.ts'

const tag = 'exchange'
const direction = z.enum(directions)
const kind = z.enum(needKinds)
const words = shapes.content.meta({ examples: [{ original: 'ja', text: { ja: '内視鏡の販売先を探しています' } }] })
const named = z.object({ slug: shapes.slug, name: shapes.content })

const listed = z.object({
  reference: shapes.reference,
  direction,
  kind,
  title: words,
  owner: named.nullable().describe('Null where the need is anonymous'),
  cluster: named,
  expiresOn: shapes.date,
  foundBy: z.array(z.string()).describe('What of the question it answers'),
})

const need = listed.omit({ foundBy: true }).extend({
  body: words,
  readiness: z.int().min(1).max(9).nullable(),
  partners: z.array(z.enum(partnerKinds)),
  emdn: z.array(z.string()),
  zone: shapes.timeZone,
  state: z.enum(needStates),
})

const shared = {
  concepts: z.array(z.string()).describe('Concepts of the thesaurus that both speak of'),
  codes: z.array(z.string()).describe('EMDN codes that both carry'),
}

const said = {
  language: shapes.locale,
  title: shapes.text(200, 'A distributor of endoscopes'),
  body: shapes.text(8000, 'We seek a distributor.'),
}

const code = z
  .string()
  .refine((text) => readEmdn(text) !== null)
  .describe('A code of the European nomenclature (EMDN)')
  .meta({ examples: ['Z1202'] })

const facts = z.strictObject({
  direction,
  kind,
  readiness: z.int().min(1).max(9).optional(),
  partners: z.array(z.enum(partnerKinds)).max(7).optional(),
  emdn: z.array(code).max(20).optional(),
  isAnonymous: z.boolean().optional(),
  expiresOn: shapes.date.optional(),
  rivalOrganisations: z.array(shapes.text(300, 'demo-catheter')).max(50).optional(),
  rivalClusters: z.array(shapes.slug).max(50).optional(),
})

const factsOf = (given: z.output<typeof facts>): NeedFacts => ({
  direction: given.direction,
  kind: given.kind,
  readiness: given.readiness ?? null,
  partners: given.partners ?? [],
  emdn: (given.emdn ?? []).flatMap((text) => readEmdn(text) ?? []),
  isAnonymous: given.isAnonymous ?? false,
  expiresOn: given.expiresOn ?? null,
  rivals: { organisations: given.rivalOrganisations ?? [], clusters: given.rivalClusters ?? [] },
})

const text = ({ original, text }: ProfileText) => ({ original, text })
const name = (named: Named) => ({ slug: named.slug, name: text(named.name) })

/** What members seek and what they have, for programs. */
export const needOperations: readonly Operation[] = [
  operation({
    id: 'listNeeds',
    method: 'get',
    path: '/needs',
    tag,
    needs: 'public',
    summary:
      'Published needs and offers, those that answer more of a question first, then the latest. An anonymous one has no owner.',
    query: z.object({
      q: z.string().max(300).optional().describe('What is looked for, in any of the five languages'),
      direction: direction.optional(),
      kind: kind.optional(),
      cluster: shapes.slug.optional(),
      language: shapes.locale.optional(),
      page: z.coerce.number().int().min(1).max(10_000).default(1),
    }),
    answers: z.object({ needs: z.array(listed), total: z.int() }),
    async run({ c, query: { page, ...filter } }) {
      const { services, scope } = c.var
      const found = await publishedNeeds(services.database.db, scope, services.clock.now(), filter, page)
      const needs = found.needs.map(({ title, owner, cluster, ...facts }) => ({
        ...facts,
        title: text(title),
        owner: owner && name(owner),
        cluster: name(cluster),
      }))
      return { needs, total: found.total }
    },
  }),
  operation({
    id: 'readNeed',
    method: 'get',
    path: '/needs/{reference}',
    tag,
    needs: 'public',
    summary: 'One need or offer. Before it is published only those who keep it find it.',
    answers: need,
    async run({ c, params }) {
      const { services, scope } = c.var
      const { db } = services.database
      const found = await findNeed(db, scope, services.clock.now(), params['reference'] ?? '')
      if (!found) return null
      const { reference, direction, kind, readiness, partners, emdn, expiresOn, zone, state } = found
      return {
        reference,
        direction,
        kind,
        readiness,
        partners,
        emdn,
        expiresOn,
        zone,
        state,
        title: text(found.title),
        body: text(found.body),
        owner: found.owner && name(found.owner),
        cluster: name(found.cluster),
      }
    },
  }),
  operation({
    id: 'enterNeed',
    method: 'post',
    path: '/needs',
    tag,
    needs: 'exchange:write',
    status: 201,
    summary: 'Enter what a member seeks or has. Nobody else sees it before the home coordinator has published it.',
    body: z.strictObject({ organisation: shapes.slug, cluster: shapes.slug, ...said, facts }),
    answers: z.object({ reference: shapes.reference }),
    refusals: refusalsOf<typeof enterNeed>({
      'not-your-member': true,
      'no-such-rival': true,
      'expiry-out-of-range': true,
    }),
    async run({ c, body: { organisation, cluster, language, title, body, facts: given } }) {
      const words = { locale: language, title, body }
      const { services, scope } = c.var
      const outcome = await enterNeed(services, scope, { organisation, cluster, words, facts: factsOf(given) })
      return 'refused' in outcome ? outcome : { reference: outcome.reference }
    },
  }),
  operation({
    id: 'reviseNeed',
    method: 'post',
    path: '/needs/{reference}',
    tag,
    needs: 'exchange:write',
    summary: 'Change a need before its review. Once it is reviewed its words may still be translated, without facts.',
    body: z.strictObject({ ...said, facts: facts.optional() }),
    answers: z.object({ reference: shapes.reference }),
    refusals: refusalsOf<typeof reviseNeed>({
      'no-such-need': true,
      'reviewed-already': true,
      'no-such-rival': true,
      'expiry-out-of-range': true,
    }),
    async run({ c, params, body: { language, title, body, facts: given } }) {
      return reviseNeed(c.var.services, c.var.scope, {
        reference: params['reference'] ?? '',
        words: { locale: language, title, body },
        facts: given ? factsOf(given) : null,
      })
    },
  }),
  operation({
    id: 'takeNeedStep',
    method: 'post',
    path: '/needs/{reference}/steps',
    tag,
    needs: 'exchange:write',
    summary: 'Submit, publish, return, renew or withdraw a need. Returning needs a reason.',
    body: z.strictObject({ act: z.enum(needActs), reason: shapes.text(2000, 'Say what it is for.').optional() }),
    answers: z.object({ act: z.enum(needActs) }),
    refusals: refusalsOf<typeof takeNeedStep>({
      'no-such-need': true,
      'not-reviewer': true,
      'not-in-this-state': true,
      'reason-needed': true,
      'expiry-passed': true,
    }),
    async run({ c, params, body: { act, reason } }) {
      const given = { reference: params['reference'] ?? '', act, reason: reason ?? null }
      return takeNeedStep(c.var.services, c.var.scope, given)
    },
  }),
  operation({
    id: 'listNeedMatches',
    method: 'get',
    path: '/needs/{reference}/matches',
    tag,
    needs: 'exchange:read',
    summary:
      'What matches a need of one’s own, best first: needs of the other direction, and members, as far as the asker may see them.',
    answers: z.object({
      needs: z.array(z.object({ reference: shapes.reference, title: words, owner: named.nullable(), ...shared })),
      members: z.array(
        z.object({ slug: shapes.slug, name: shapes.content, seeks: shapes.country.nullable(), ...shared }),
      ),
    }),
    async run({ c, params }) {
      const { services, scope } = c.var
      const { db } = services.database
      const now = services.clock.now()
      const need = await findNeed(db, scope, now, params['reference'] ?? '')
      if (!need?.keeps) return null
      const needs = await matchingNeeds(db, scope, now, need)
      const members = await matchingMembers(db, scope, now, need)
      return {
        needs: needs.map(({ reference, title, owner, shared }) => ({
          reference,
          title: text(title),
          owner: owner && name(owner),
          ...shared,
        })),
        members: members.map(({ seeks, shared, ...member }) => ({ ...name(member), seeks, ...shared })),
      }
    },
  }),
  operation({
    id: 'dismissMatch',
    method: 'post',
    path: '/needs/{reference}/dismissals',
    tag,
    needs: 'exchange:write',
    summary: 'Say that a match is none: it is not shown again, on neither side. Name a member or another need.',
    body: z.strictObject({
      other: z.union([z.strictObject({ organisation: shapes.slug }), z.strictObject({ need: shapes.reference })]),
      reason: z.enum(dismissalReasons),
    }),
    answers: z.object({ dismissed: z.literal(true) }),
    refusals: refusalsOf<typeof dismissMatch>({ 'no-such-need': true, 'no-such-match': true }),
    async run({ c, params, body: { other, reason } }) {
      return dismissMatch(c.var.services, c.var.scope, { reference: params['reference'] ?? '', other, reason })
    },
  }),
  operation({
    id: 'restoreMatch',
    method: 'post',
    path: '/needs/{reference}/dismissals/removal',
    tag,
    needs: 'exchange:write',
    summary: 'Say that a match is one after all: it is shown again, on both sides.',
    body: z.strictObject({
      other: z.union([z.strictObject({ organisation: shapes.slug }), z.strictObject({ need: shapes.reference })]),
    }),
    answers: z.object({ restored: z.literal(true) }),
    refusals: refusalsOf<typeof restoreMatch>({ 'no-such-need': true, 'no-such-match': true }),
    async run({ c, params, body: { other } }) {
      return restoreMatch(c.var.services, c.var.scope, { reference: params['reference'] ?? '', other })
    },
  }),
]
