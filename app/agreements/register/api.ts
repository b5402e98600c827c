import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { withAgreement } from '../api/asking.ts'
import { summary } from '../api/shapes.ts'
import { summaryOf } from '../queries.ts'
import type { Entry } from './entry.ts'
import { agreementKinds } from './forms.ts'
import { registerOf, registerPlace } from './queries.ts'
import { correctRegistration, registerAgreement, strikeRegistration } from './registering.ts'

const tag = 'agreements'
const text = (example: string) => shapes.text(8000, example)

/** What is left out is not known. */
const body = z.strictObject({
  kind: z.enum(agreementKinds),
  title: shapes.text(500, 'Memorandum of understanding on medical devices'),
  titleLanguage: shapes.locale,
  languages: z.array(shapes.locale).default([]),
  parties: z.array(shapes.id).describe('Organisations here; whoever keeps the entry is always the first'),
  others: z
    .array(z.strictObject({ name: shapes.text(300, 'Demonstration association'), country: shapes.country.nullable() }))
    .describe('Parties that are no organisations here'),
  signedOn: shapes.date.optional(),
  inForceFrom: shapes.date.optional(),
  until: shapes.date.optional(),
  termMonths: z.int().min(1).max(600).optional(),
  noticeMonths: z.int().min(0).max(600).optional(),
  contacts: text('The international office').optional(),
  source: text('Filed at the secretariat').optional(),
  note: text('Signed on a mission').optional(),
  responsiblePersonId: shapes.id.optional(),
  scan: z
    .strictObject({
      name: shapes.text(120, 'mou.pdf'),
      bytes: z
        .base64()
        .describe('PDF, PNG or JPEG in base64')
        .meta({ examples: ['JVBERi0xLjc='] }),
    })
    .optional(),
})

const entryOf = ({ scan, ...said }: z.output<typeof body>): Entry => ({
  ...said,
  signedOn: said.signedOn ?? null,
  inForceFrom: said.inForceFrom ?? null,
  until: said.until ?? null,
  termMonths: said.termMonths ?? null,
  noticeMonths: said.noticeMonths ?? null,
  contacts: said.contacts ?? null,
  source: said.source ?? null,
  note: said.note ?? null,
  responsiblePersonId: said.responsiblePersonId ?? null,
  scan: scan ? { name: scan.name, bytes: new Uint8Array(Buffer.from(scan.bytes, 'base64')) } : null,
})

const refusals = {
  'not-yours': true,
  'too-few-parties': true,
  'same-party-twice': true,
  'no-such-organisation': true,
  'no-such-person': true,
  'ends-before-it-begins': true,
  'signed-in-the-future': true,
  'file-too-large': true,
  'other-file': true,
} as const

/** The register of all agreements of an organisation, also those that were signed elsewhere. */
export const registerOperations: readonly Operation[] = [
  operation({
    id: 'readRegister',
    method: 'get',
    path: '/register/{organisation}',
    tag,
    needs: 'agreements:read',
    summary: 'All agreements of an organisation, signed here or elsewhere; the newest first.',
    answers: z.object({ agreements: z.array(summary) }),
    async run({ c, params }) {
      const { scope, services, locale } = c.var
      const { db } = services.database
      const place = await registerPlace(db, scope, params['organisation'] ?? '', locale)
      if (!place) return null
      return { agreements: (await registerOf(db, scope, place.id, services.clock.now())).map(summaryOf) }
    },
  }),
  operation({
    id: 'registerAgreement',
    method: 'post',
    path: '/register/{organisation}',
    tag,
    needs: 'agreements:write',
    status: 201,
    summary: 'Enter an agreement that was signed on paper or in another product.',
    body,
    answers: z.object({ id: shapes.id, reference: shapes.reference }),
    refusals: refusalsOf<typeof registerAgreement>(refusals),
    async run({ c, params, body: sent }) {
      const { scope, services, locale } = c.var
      const place = await registerPlace(services.database.db, scope, params['organisation'] ?? '', locale)
      return place ? registerAgreement(services, scope, place.id, entryOf(sent)) : null
    },
  }),
  operation({
    id: 'correctRegistration',
    method: 'post',
    path: '/agreements/{reference}/registration',
    tag,
    needs: 'agreements:write',
    summary: 'Correct what the register says; what is left out is not known. A scan that is left out stays.',
    body,
    answers: z.object({ corrected: z.literal(true) }),
    refusals: refusalsOf<typeof correctRegistration>(refusals),
    run: (asked) =>
      withAgreement(asked, ({ services, scope, id }) => correctRegistration(services, scope, id, entryOf(asked.body))),
  }),
  operation({
    id: 'strikeRegistration',
    method: 'post',
    path: '/agreements/{reference}/registration/withdrawal',
    tag,
    needs: 'agreements:write',
    summary: 'Strike an entry off the register.',
    answers: z.object({ struck: z.literal(true) }),
    refusals: refusalsOf<typeof strikeRegistration>({ 'not-yours': true }),
    run: (asked) => withAgreement(asked, ({ services, scope, id }) => strikeRegistration(services, scope, id)),
  }),
]
