import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../../../api/operation.ts'
import * as shapes from '../../../api/shapes.ts'
import { isId } from '../../../platform/ids.ts'
import { fieldGroups, visibilities } from '../profile.ts'
import { keptMember } from '../keeping.ts'
import { confirmProfile, writeThroughLink } from './answering.ts'
import { askMember } from './asking.ts'
import { revokeRequest, setYearly, undoPart } from './steering.ts'

const tag = 'members'

/** Profiles that members look after from a link in a mail. */
export const checkOperations: readonly Operation[] = [
  operation({
    id: 'askMember',
    method: 'post',
    path: '/members/{slug}/checks',
    tag,
    needs: 'members:write',
    status: 201,
    summary: 'Send a member a link through which it looks after its profile for 45 days, without an account.',
    body: z.strictObject({
      address: z
        .email()
        .max(320)
        .toLowerCase()
        .meta({ examples: ['office@demo.example'] }),
    }),
    answers: z.object({ id: shapes.id, expiresAt: shapes.instant }),
    refusals: refusalsOf<typeof askMember>({ 'not-yours': true, 'no-profile': true, 'asked-already': true }),
    async run(asked) {
      const member = await keptMember(asked.c, asked.params['slug'])
      const { services, scope } = asked.c.var
      return (
        member && askMember(services, scope, { organisationId: member.organisationId, address: asked.body.address })
      )
    },
  }),
  operation({
    id: 'revokeProfileLink',
    method: 'post',
    path: '/members/{slug}/checks/{request}/revocation',
    tag,
    needs: 'members:write',
    summary: 'Take such a link back: whoever has it reads and writes nothing from now on.',
    body: z.strictObject({}),
    answers: z.object({ revoked: z.literal(true) }),
    refusals: refusalsOf<typeof revokeRequest>({ 'not-yours': true, 'no-such-request': true }),
    async run(asked) {
      const [member, requestId] = [await keptMember(asked.c, asked.params['slug']), asked.params['request'] ?? '']
      const { services, scope } = asked.c.var
      if (!member || !isId(requestId)) return null
      return revokeRequest(services, scope, { organisationId: member.organisationId, requestId })
    },
  }),
  operation({
    id: 'undoPart',
    method: 'post',
    path: '/members/{slug}/checks/undoing',
    tag,
    needs: 'members:write',
    summary: 'Put a part of a profile back to what it said before its last change.',
    body: z.strictObject({ group: z.enum(fieldGroups), basedOn: z.int().min(0) }),
    answers: z.object({ revision: z.int() }),
    refusals: refusalsOf<typeof undoPart>({
      'not-yours': true,
      'nothing-before': true,
      'no-profile': true,
      'changed-meanwhile': true,
      'unreadable-part': true,
    }),
    async run(asked) {
      const member = await keptMember(asked.c, asked.params['slug'])
      const { services, scope } = asked.c.var
      return member && undoPart(services, scope, { organisationId: member.organisationId, ...asked.body })
    },
  }),
  operation({
    id: 'setYearlyCheck',
    method: 'post',
    path: '/members/{slug}/checks/yearly',
    tag,
    needs: 'members:write',
    summary: 'Whether a member is asked again once a year.',
    body: z.strictObject({ asks: z.boolean() }),
    answers: z.object({ asks: z.boolean() }),
    refusals: refusalsOf<typeof setYearly>({ 'not-yours': true }),
    async run(asked) {
      const member = await keptMember(asked.c, asked.params['slug'])
      const { services, scope } = asked.c.var
      return member && setYearly(services, scope, { organisationId: member.organisationId, asks: asked.body.asks })
    },
  }),
  operation({
    id: 'confirmProfile',
    method: 'post',
    path: '/profile-checks/{token}',
    tag,
    needs: 'public',
    summary: 'Whoever has the link says that the profile is right as it stands.',
    body: z.strictObject({}),
    answers: z.object({ checked: z.literal(true) }),
    refusals: refusalsOf<typeof confirmProfile>({ 'link-over': true }),
    run: ({ c, params }) => confirmProfile(c.var.services, params['token'] ?? ''),
  }),
  operation({
    id: 'writeThroughLink',
    method: 'post',
    path: '/profile-checks/{token}/{group}',
    tag,
    needs: 'public',
    summary: 'Whoever has the link writes a part of the profile; the part says so from then on.',
    body: z.strictObject({
      content: z
        .record(z.string(), z.unknown())
        .meta({ examples: [{ served: ['JP'], sought: ['DE'], languages: ['ja', 'en'] }] }),
      visibility: z.enum(visibilities),
      basedOn: z.int().min(0),
    }),
    answers: z.object({ revision: z.int() }),
    refusals: refusalsOf<typeof writeThroughLink>({
      'link-over': true,
      'no-profile': true,
      'changed-meanwhile': true,
      'unreadable-part': true,
    }),
    async run({ c, params, body }) {
      const group = fieldGroups.find((one) => one === params['group'])
      if (!group) return null
      return writeThroughLink(c.var.services, params['token'] ?? '', { ...body, group, content: body.content as never })
    },
  }),
]
