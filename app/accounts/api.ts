import { z } from 'zod'
import { operation, type Operation } from '../api/operation.ts'
import * as shapes from '../api/shapes.ts'
import { roles } from './scope.ts'

export const accountOperations: readonly Operation[] = [
  operation({
    id: 'readOwnAccount',
    method: 'get',
    path: '/me',
    tag: 'account',
    needs: 'any',
    summary: 'Whose token this is, and what it may do.',
    answers: z.object({
      personId: shapes.id,
      name: z.string(),
      roles: z.array(z.object({ role: z.enum(roles), organisationId: shapes.id.nullable() })),
      scopes: z.array(z.string()),
    }),
    async run({ c }) {
      const { person, roles: held, tokenScopes } = c.var.scope
      return person && { personId: person.personId, name: person.name, roles: held, scopes: tokenScopes ?? [] }
    },
  }),
]
