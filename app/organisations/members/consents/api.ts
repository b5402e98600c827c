import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../../../api/operation.ts'
import * as shapes from '../../../api/shapes.ts'
import { keptMember } from '../keeping.ts'
import { consentsOf, recordConsent, withdrawConsent } from './consenting.ts'

const tag = 'members'
const answers = z.object({ destination: shapes.country })

/** Where contact persons of a member agreed to be named. */
export const consentOperations: readonly Operation[] = [
  operation({
    id: 'readTransferConsents',
    method: 'get',
    path: '/members/{slug}/consents',
    tag,
    needs: 'members:read',
    summary: 'The countries that a member’s contact persons agreed to be named in.',
    answers: z.object({
      consents: z.array(
        z.object({ destination: shapes.country, givenAt: shapes.instant, withdrawnAt: shapes.instant.nullable() }),
      ),
    }),
    async run(asked) {
      const member = await keptMember(asked.c, asked.params['slug'])
      const { scope, services } = asked.c.var
      if (!member) return null
      const consents = await consentsOf(services.database.db, scope, member.organisationId)
      return {
        consents: consents.map(({ destination, givenAt, withdrawnAt }) => ({
          destination,
          givenAt: givenAt.toISOString(),
          withdrawnAt: withdrawnAt?.toISOString() ?? null,
        })),
      }
    },
  }),
  operation({
    id: 'recordTransferConsent',
    method: 'post',
    path: '/members/{slug}/consents',
    tag,
    needs: 'members:write',
    summary: 'Put on record that contact persons agreed to be named in a country that no other ground covers.',
    body: z.strictObject({
      destination: shapes.country,
      how: shapes.text(500, 'Signed form of 3 May 2026').describe('In which form they agreed'),
    }),
    answers,
    refusals: refusalsOf<typeof recordConsent>({
      'not-yours': true,
      'no-consent-needed': true,
      'no-such-consent': true,
    }),
    async run(asked) {
      const member = await keptMember(asked.c, asked.params['slug'])
      return member && recordConsent(asked.c.var.services, asked.c.var.scope, member, asked.body)
    },
  }),
  operation({
    id: 'withdrawTransferConsent',
    method: 'post',
    path: '/members/{slug}/consents/withdrawal',
    tag,
    needs: 'members:write',
    summary: 'Take such a consent back: from now on nobody there is shown the contact persons.',
    body: z.strictObject({ destination: shapes.country }),
    answers,
    refusals: refusalsOf<typeof withdrawConsent>({
      'not-yours': true,
      'no-consent-needed': true,
      'no-such-consent': true,
    }),
    async run(asked) {
      const member = await keptMember(asked.c, asked.params['slug'])
      return member && withdrawConsent(asked.c.var.services, asked.c.var.scope, member, asked.body.destination)
    },
  }),
]
