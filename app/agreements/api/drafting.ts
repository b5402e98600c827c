import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { addClause, moveClause, removeClause } from '../arranging.ts'
import { readTemplates } from '../choosing.ts'
import { type Draft, draftAgreement } from '../drafting.ts'
import { draftFromTemplate, type TemplateDraft } from '../draftingFromTemplate.ts'
import { reviseClause } from '../revising.ts'
import { basedOnOf, part, strayLanguage, withAgreement, wordingsOf } from './asking.ts'
import * as own from './shapes.ts'

const tag = 'agreements'
const needs = 'agreements:write'
const here = '/agreements/{reference}'
const made = z.object({ id: shapes.id, reference: shapes.reference })

const draftRefusals = refusalsOf<typeof draftAgreement>({
  'not-yours': true,
  'too-few-parties': true,
  'same-party-twice': true,
  'lead-not-a-party': true,
  'no-languages': true,
  'no-such-organisation': true,
  'no-such-alliance': true,
  'unsuitable-text': true,
})

const arranging = {
  'not-yours': true,
  'text-is-fixed': true,
  'no-such-clause': true,
  'last-clause': true,
  'no-further': true,
} as const

/** Beginning an agreement, and the drafting party's pen. */
export const draftingOperations: readonly Operation[] = [
  operation({
    id: 'draftAgreement',
    method: 'post',
    path: '/agreements',
    tag,
    needs,
    summary: 'Begin an agreement for one’s own organisation from clauses of one’s own. Sent twice, it begins two.',
    body: own.draft,
    status: 201,
    answers: made,
    refusals: draftRefusals,
    run: ({ c, body }) => draftAgreement(c.var.services, c.var.scope, body as Draft),
  }),
  operation({
    id: 'draftFromTemplate',
    method: 'post',
    path: '/templates/{template}/agreements',
    tag,
    needs,
    summary: 'Begin an agreement from a template, filled with the parties and terms given. Sent twice, it begins two.',
    body: own.templateDraft,
    status: 201,
    answers: made,
    refusals: draftRefusals,
    async run(asked) {
      const { c, body } = asked
      const template = (await readTemplates()).find(({ name }) => name === part(asked, 'template'))
      if (!template) return null
      return draftFromTemplate(c.var.services, c.var.scope, template, { title: {}, ...body } as TemplateDraft)
    },
  }),
  operation({
    id: 'addClause',
    method: 'post',
    path: `${here}/clauses`,
    tag,
    needs,
    summary: 'Add a clause at the end. Sent twice, it adds two.',
    body: z.strictObject({ binding: z.boolean(), texts: own.texts }),
    status: 201,
    answers: z.object({ clauseId: shapes.id }),
    refusals: refusalsOf<typeof addClause>({ ...arranging, 'unsuitable-text': true }),
    run: (asked) =>
      withAgreement(asked, async ({ services, scope, agreement, id }) => {
        const { binding, texts } = asked.body
        return (
          strayLanguage(agreement, texts) ?? addClause(services, scope, id, { binding, wordings: wordingsOf(texts) })
        )
      }),
  }),
  operation({
    id: 'reviseClause',
    method: 'put',
    path: `${here}/clauses/{clause}`,
    tag,
    needs,
    summary: 'Rewrite a clause in the languages given; the others then lag, unless all given are said to be in step.',
    body: z.strictObject({
      texts: own.textsBasedOn,
      inStep: z.boolean().optional().describe('A slip was mended, or a lagging wording was right all along'),
    }),
    answers: z.object({ revised: z.literal(true) }),
    refusals: refusalsOf<typeof reviseClause>({
      'not-yours': true,
      'no-such-clause': true,
      'text-is-fixed': true,
      'changed-meanwhile': true,
      'nothing-changed': true,
      'unsuitable-text': true,
    }),
    run: (asked) =>
      withAgreement(asked, async ({ services, scope, agreement, id }) => {
        const { texts, inStep } = asked.body
        const input = { clauseId: part(asked, 'clause'), wordings: wordingsOf(texts), basedOn: basedOnOf(texts) }
        return (
          strayLanguage(agreement, texts) ??
          reviseClause(services, scope, id, { ...input, ...(inStep === undefined ? {} : { inStep }) })
        )
      }),
  }),
  operation({
    id: 'moveClause',
    method: 'post',
    path: `${here}/clauses/{clause}/moves`,
    tag,
    needs,
    summary: 'Let a clause change places with its neighbour. Sent twice, it moves two places.',
    body: z.strictObject({ direction: z.enum(['up', 'down']) }),
    answers: z.object({ moved: z.literal(true) }),
    refusals: refusalsOf<typeof moveClause>(arranging),
    run: (asked) =>
      withAgreement(asked, ({ services, scope, id }) =>
        moveClause(services, scope, id, { clauseId: part(asked, 'clause'), ...asked.body }),
      ),
  }),
  operation({
    id: 'removeClause',
    method: 'delete',
    path: `${here}/clauses/{clause}`,
    tag,
    needs,
    summary: 'Take a clause out of the text. Its wordings stay on record.',
    answers: z.object({ removed: z.literal(true) }),
    refusals: refusalsOf<typeof removeClause>(arranging),
    run: (asked) =>
      withAgreement(asked, ({ services, scope, id }) => removeClause(services, scope, id, part(asked, 'clause'))),
  }),
]
