import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { localTime } from '../../language/times.ts'
import { admitMember, endMembership } from './admitting.ts'
import { fieldGroups, visibilities } from './profile.ts'
import { clusterOfMembers, membersOf } from './queries.ts'
import { readMember } from './reading.ts'
import { readContacts } from './readingContacts.ts'
import { writePart } from './writing.ts'

const tag = 'members'
const kind = z.enum([
  'company',
  'hospital',
  'research-institute',
  'university',
  'foundation',
  'public-authority',
  'association',
  'cluster-organisation',
])
const group = z.enum(fieldGroups)
const visibility = z.enum(visibilities)
const content = z
  .record(z.string(), z.unknown())
  .describe('What the part holds; its shape depends on the part')
  .meta({ examples: [{ served: ['JP'], sought: ['DE', 'FR'], languages: ['ja', 'en'] }] })

const part = z.object({ content, visibility, revision: z.int(), changedAt: shapes.instant })

/** Members of clusters and their profiles, as far as the asker may see them. */
export const memberOperations: readonly Operation[] = [
  operation({
    id: 'readMember',
    method: 'get',
    path: '/members/{slug}',
    tag,
    needs: 'public',
    summary: 'A member’s profile, as far as it is open to the asker.',
    answers: z.object({
      organisationId: shapes.id,
      slug: shapes.slug,
      name: shapes.nameContent,
      kind,
      country: shapes.country,
      clusters: z.array(shapes.slug),
      parts: z.partialRecord(group, part),
    }),
    async run({ c, params }) {
      const { scope, services } = c.var
      const member = await readMember(services.database.db, scope, services.clock.now(), params['slug'] ?? '')
      if (!member) return null
      return {
        organisationId: member.organisationId,
        slug: member.slug,
        name: { original: member.name.original, text: member.name.text },
        kind: member.kind,
        country: member.country,
        clusters: member.clusters.map(({ slug }) => slug),
        parts: Object.fromEntries(
          Object.values(member.parts).map((one) => [
            one.group,
            {
              content: one.content,
              visibility: one.visibility,
              revision: one.revision,
              changedAt: one.changedAt.toISOString(),
            },
          ]),
        ),
      }
    },
  }),
  operation({
    id: 'writePart',
    method: 'post',
    path: '/members/{slug}/edit/{group}',
    tag,
    needs: 'members:write',
    summary: 'Write one part of a member’s profile, and who may see it.',
    body: z.strictObject({
      content,
      visibility,
      basedOn: z.int().min(0).describe('The revision that was read, 0 for none'),
    }),
    answers: z.object({ revision: z.int() }),
    refusals: refusalsOf<typeof writePart>({
      'not-yours': true,
      'no-profile': true,
      'changed-meanwhile': true,
      'unreadable-part': true,
    }),
    async run({ c, params, body }) {
      const { scope, services } = c.var
      const member = await readMember(services.database.db, scope, services.clock.now(), params['slug'] ?? '')
      const named = group.safeParse(params['group'])
      if (!member || !named.success) return null
      // What it holds is read by the verb, which refuses what is not of the part's shape.
      const input = { organisationId: member.organisationId, group: named.data, ...body }
      return writePart(services, scope, input as unknown as Parameters<typeof writePart>[2])
    },
  }),
  operation({
    id: 'readContacts',
    method: 'post',
    path: '/members/{slug}/contacts',
    tag,
    needs: 'members:write',
    summary: 'Contact persons of a member, for a purpose that is recorded.',
    body: z.strictObject({ purpose: shapes.text(500, 'To propose a meeting at a fair') }),
    answers: z.object({
      people: z.array(
        z.object({
          name: z.record(z.string(), z.unknown()),
          office: shapes.content.nullable(),
          address: z.string().nullable(),
          phone: z.string().nullable(),
        }),
      ),
    }),
    refusals: refusalsOf<typeof readContacts>({ 'purpose-missing': true, 'not-open': true, 'third-country': true }),
    run: ({ c, params, body }) => readContacts(c.var.services, c.var.scope, params['slug'] ?? '', body.purpose),
  }),
  operation({
    id: 'listMembers',
    method: 'get',
    path: '/members/of/{cluster}',
    tag,
    needs: 'members:read',
    summary: 'The members of one’s own cluster today.',
    query: z.strictObject({ after: shapes.slug.optional() }),
    answers: z.object({
      total: z.int(),
      next: shapes.slug.nullable(),
      members: z.array(z.object({ slug: shapes.slug, name: shapes.nameContent, kind, since: shapes.date.nullable() })),
    }),
    async run({ c, params, query }) {
      const { scope, services } = c.var
      const { db } = services.database
      const cluster = await clusterOfMembers(db, scope, params['cluster'] ?? '')
      if (!cluster) return null
      const today = localTime(services.clock.now().toISOString(), cluster.timeZone).date
      const { members, total, next } = await membersOf(db, scope, cluster.id, { today, after: query.after })
      return {
        total,
        next,
        members: members.map(({ slug, name, kind: what, since }) => ({
          slug,
          name: { original: name.original, text: name.text },
          kind: what,
          since,
        })),
      }
    },
  }),
  operation({
    id: 'admitMember',
    method: 'post',
    path: '/members/of/{cluster}',
    tag,
    needs: 'members:write',
    status: 201,
    summary: 'Take an organisation into one’s cluster.',
    body: z.strictObject({
      name: shapes.nameContent,
      kind,
      legalForm: shapes.text(100, 'GmbH').optional(),
      country: shapes.country,
      seat: shapes.content.optional(),
      website: z
        .url({ protocol: /^https?$/ })
        .meta({ examples: ['https://example.org'] })
        .optional(),
      language: shapes.locale,
      since: shapes.date.optional(),
    }),
    answers: z.object({ organisationId: shapes.id, slug: shapes.slug }),
    refusals: refusalsOf<typeof admitMember>({ 'not-yours': true, 'no-such-cluster': true, 'slug-taken': true }),
    async run({ c, params, body }) {
      const { scope, services } = c.var
      const cluster = await clusterOfMembers(services.database.db, scope, params['cluster'] ?? '')
      return cluster ? admitMember(services, scope, { ...body, clusterId: cluster.id }) : null
    },
  }),
  operation({
    id: 'endMembership',
    method: 'post',
    path: '/members/of/{cluster}/{member}/end',
    tag,
    needs: 'members:write',
    summary: 'A member leaves the cluster; other clusters it is in are not touched.',
    body: z.strictObject({ until: shapes.date.describe('Its last day') }),
    answers: z.object({ ended: z.literal(true) }),
    refusals: refusalsOf<typeof endMembership>({ 'not-yours': true, 'no-such-cluster': true, 'not-a-member': true }),
    async run({ c, params, body }) {
      const { scope, services } = c.var
      const cluster = await clusterOfMembers(services.database.db, scope, params['cluster'] ?? '')
      const member = await readMember(services.database.db, scope, services.clock.now(), params['member'] ?? '')
      if (!cluster || !member) return null
      return endMembership(services, scope, { ...body, clusterId: cluster.id, organisationId: member.organisationId })
    },
  }),
]
