import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../../../api/operation.ts'
import * as shapes from '../../../api/shapes.ts'
import { isId } from '../../../platform/ids.ts'
import type { Web } from '../../../web/env.ts'
import { logPlace } from '../queries.ts'
import { draftsOf } from './drafts.ts'
import { discardDraft, renewAddress } from './steering.ts'

const tag = 'exchange'
const here = '/contacts/{organisation}/mail'
const said = shapes.text(400, 'Demonstration clinic')

const load = (c: Web, slug: string | undefined) =>
  logPlace(c.var.services.database.db, c.var.scope, slug ?? '', c.var.locale)

/** Mails to an office's own address, for programs that keep its log. */
export const mailInOperations: readonly Operation[] = [
  operation({
    id: 'listMailDrafts',
    method: 'get',
    path: here,
    tag,
    needs: 'exchange:read',
    summary: 'Mails that wait to become a contact or a request, the oldest first.',
    answers: z.object({
      localPart: z.string().nullable().describe('What stands before the @ of the office’s address'),
      drafts: z.array(
        z.object({
          id: shapes.id,
          sender: said,
          isColleague: z.boolean().describe('As the mail claims'),
          counterpart: said,
          subject: z.string(),
          body: z.string(),
          sentOn: shapes.date,
        }),
      ),
    }),
    async run({ c, params }) {
      const place = await load(c, params['organisation'])
      if (!place) return null
      const { localPart, waiting } = await draftsOf(c.var.services.database.db, c.var.scope, place.id)
      return {
        localPart,
        drafts: waiting.map(({ id, sender, isColleague, counterpart, subject, body, sentOn }) => ({
          id,
          sender,
          isColleague,
          counterpart,
          subject,
          body,
          sentOn,
        })),
      }
    },
  }),
  operation({
    id: 'renewMailAddress',
    method: 'post',
    path: `${here}/address`,
    tag,
    needs: 'exchange:write',
    summary: 'Give the office an address for mails, or another one in its place.',
    body: z.strictObject({}),
    answers: z.object({ localPart: z.string() }),
    refusals: refusalsOf<typeof renewAddress>({ 'not-yours': true }),
    async run({ c, params }) {
      const place = await load(c, params['organisation'])
      return place && renewAddress(c.var.services, c.var.scope, place.id)
    },
  }),
  operation({
    id: 'discardMailDraft',
    method: 'post',
    path: `${here}/{draft}`,
    tag,
    needs: 'exchange:write',
    summary: 'Put a mail aside, or take it up again.',
    body: z.strictObject({ restores: z.boolean() }),
    answers: z.object({ discarded: z.boolean() }),
    refusals: refusalsOf<typeof discardDraft>({ 'not-yours': true, 'draft-settled': true }),
    async run({ c, params, body }) {
      const [place, draftId] = [await load(c, params['organisation']), params['draft'] ?? '']
      if (!place || !isId(draftId)) return null
      return discardDraft(c.var.services, c.var.scope, place.id, { draftId, restores: body.restores })
    },
  }),
]
