import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../api/operation.ts'
import * as shapes from '../api/shapes.ts'
import { handOver } from './handingOver.ts'
import { placeBySlug } from './queries.ts'
import { responsibilityOf } from './reading.ts'

const tag = 'organisations'
const here = '/handovers/{organisation}'
const open = z.array(
  z.object({ kind: z.string(), subject: z.string(), path: z.string(), due: shapes.instant.nullable() }),
)
const responsibility = z.object({
  person: z.object({ id: shapes.id, name: z.string().meta({ examples: ['Demonstration coordinator'] }) }),
  open,
  agreements: z.array(z.object({ reference: shapes.reference, until: shapes.date.nullable() })),
})

/** What somebody answers for, and passing it on. */
export const handoverOperations: readonly Operation[] = [
  operation({
    id: 'readResponsibilities',
    method: 'get',
    path: here,
    tag,
    needs: 'organisations:read',
    summary: 'What each manager and coordinator of an organisation answers for.',
    answers: z.object({ responsibilities: z.array(responsibility) }),
    async run({ c, params }) {
      const { scope, services, locale } = c.var
      const { db } = services.database
      const place = await placeBySlug(db, scope, params['organisation'] ?? '', locale)
      if (!place) return null
      const responsibilities = []
      for (const person of place.colleagues) {
        const found = await responsibilityOf(db, scope, services.clock.now(), { place, person, reader: locale })
        responsibilities.push({
          person: { id: person.personId, name: person.name },
          open: found.open.map(({ kind, subjectId, path, due }) => ({
            kind,
            subject: subjectId,
            path,
            due: due?.at.toISOString() ?? null,
          })),
          agreements: found.agreements.map(({ reference, until }) => ({ reference, until })),
        })
      }
      return { responsibilities }
    },
  }),
  operation({
    id: 'handOver',
    method: 'post',
    path: here,
    tag,
    needs: 'organisations:write',
    summary: 'Hand everything that somebody answers for there to a colleague, in one act.',
    body: z.strictObject({
      from: shapes.id,
      to: shapes.id,
      note: shapes.text(4000).optional(),
      endsRoles: z.boolean().default(false).describe('Also end the leaving person’s roles there'),
    }),
    answers: z.object({ id: shapes.id, moved: z.record(z.string(), z.number().int()).meta({ examples: [{}] }) }),
    refusals: refusalsOf<typeof handOver>({
      'not-yours': true,
      'same-person': true,
      'not-a-colleague': true,
      'last-manager': true,
    }),
    async run({ c, params, body }) {
      const { scope, services, locale } = c.var
      const place = await placeBySlug(services.database.db, scope, params['organisation'] ?? '', locale)
      if (!place) return null
      return handOver(services, scope, {
        organisationId: place.id,
        fromPersonId: body.from,
        toPersonId: body.to,
        note: body.note ?? null,
        endsRoles: body.endsRoles,
      })
    },
  }),
]
