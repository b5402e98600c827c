import { z } from 'zod'
import { operation, type Operation } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { exportActivity } from '../../platform/audit/export.ts'
import { BlobDamaged, getBlob } from '../../platform/storage/blobs.ts'
import type { Web } from '../../web/env.ts'
import { readTemplates } from '../choosing.ts'
import { historyOf } from '../history.ts'
import { namesOfPeople } from '../people.ts'
import { proposalsOf } from '../proposing.ts'
import { listAgreements, publishedAgreement } from '../queries.ts'
import { ownAgreement, part, withAgreement } from './asking.ts'
import { presentAgreement } from './presenting.ts'
import * as own from './shapes.ts'

const PAGE = 50
const tag = 'agreements'
const here = '/agreements/{reference}'

export const readingOperations: readonly Operation[] = [
  operation({
    id: 'listAgreements',
    method: 'get',
    path: '/agreements',
    tag,
    needs: 'public',
    summary: 'Agreements that are public, and with a token those of one’s organisations; newest first.',
    query: z.strictObject({
      limit: z.coerce.number().int().min(1).max(100).default(PAGE),
      before: shapes.id.optional().describe('`next` of the page before'),
    }),
    answers: z.object({
      items: z.array(own.summary),
      next: shapes.id.nullable().describe('Pass it as `before` for the next page; the Link header has the address'),
    }),
    async run({ c, query: { limit, before } }) {
      const { services, scope } = c.var
      const page = { limit: limit + 1, ...(before ? { before } : {}) }
      const found = await listAgreements(services.database.db, scope, services.clock.now(), page)
      const items = found.slice(0, limit)
      return { items, next: found.length > limit ? (items.at(-1)?.id ?? null) : null }
    },
  }),
  operation({
    id: 'readAgreement',
    method: 'get',
    path: here,
    tag,
    needs: 'public',
    summary: 'One agreement: for its parties and signatories all of it, for others what its parties have made public.',
    answers: own.agreement,
    async run(asked) {
      const { locale } = asked.c.var
      const agreement = await ownAgreement(asked)
      if (agreement) return presentAgreement(agreement, 'own', locale)
      const shown = await published(asked)
      return shown && presentAgreement(shown, shown.publication?.withText ? 'public-with-text' : 'public', locale)
    },
  }),
  operation({
    id: 'readDocument',
    method: 'get',
    path: `${here}/documents/{revision}`,
    tag,
    needs: 'public',
    summary: 'A revision of the PDF, byte for byte; its digest is the ETag. Withheld together with the text.',
    answers: 'application/pdf',
    refusals: ['document-damaged'],
    async run(asked) {
      const shown = (await ownAgreement(asked)) ?? (await published(asked))
      const isOpen = shown && (shown.publication?.withText || (await ownAgreement(asked)) !== null)
      const file = isOpen && shown.documents.find(({ revision }) => String(revision) === part(asked, 'revision'))
      return file ? pdf(asked.c, file.sha256) : null
    },
  }),
  operation({
    id: 'exportRecord',
    method: 'get',
    path: `${here}/record`,
    tag,
    needs: 'agreements:read',
    summary:
      'The activity record as JSON Lines, with its head and time-stamps; `musubi audit verify --export` checks it.',
    answers: 'application/jsonl',
    run: (asked) =>
      withAgreement(asked, async ({ services, id }) => {
        const lines = await exportActivity(services.database.db, { kind: 'agreement', id })
        return new Response(lines, { headers: fileHeaders('application/jsonl; charset=utf-8') })
      }),
  }),
  operation({
    id: 'listWordings',
    method: 'get',
    path: `${here}/clauses/{clause}/wordings`,
    tag,
    needs: 'agreements:read',
    summary: 'Every wording that a clause has had in each language, newest first.',
    answers: z.object({ items: z.array(own.wording) }),
    run: (asked) =>
      withAgreement(asked, async ({ services: { database }, agreement, c }) => {
        const clause = agreement.clauses.find(({ id }) => id === part(asked, 'clause'))
        if (!clause) return null
        const history = await historyOf(database.db, agreement, clause.id)
        const writers = history.map(({ writtenBy }) => writtenBy)
        const names = await namesOfPeople(database.db, writers, c.var.locale)
        return { items: history.map((it) => ({ ...it, writtenBy: names.get(it.writtenBy ?? '') ?? null })) }
      }),
  }),
  operation({
    id: 'listProposals',
    method: 'get',
    path: `${here}/proposals`,
    tag,
    needs: 'agreements:read',
    summary: 'Proposed changes with their answers, newest first.',
    answers: z.object({ items: z.array(own.proposal) }),
    run: (asked) =>
      withAgreement(asked, async ({ services, agreement }) => ({
        items: await proposalsOf(services.database.db, agreement),
      })),
  }),
  operation({
    id: 'listTemplates',
    method: 'get',
    path: '/templates',
    tag,
    needs: 'public',
    summary: 'The texts that one can begin an agreement from.',
    answers: z.object({ items: z.array(own.template) }),
    async run() {
      const templates = await readTemplates()
      return { items: templates.map(({ name, kind, label, notice }) => ({ name, kind, label, notice })) }
    },
  }),
]

function published({ c, params }: { c: Web; params: Record<string, string> }) {
  const { services, scope } = c.var
  return publishedAgreement(services.database.db, scope, params['reference'] ?? '', services.clock.now())
}

async function pdf(c: Web, sha256: string) {
  try {
    const blob = await getBlob(c.var.services.database.db, sha256)
    if (!blob) return null
    return new Response(Uint8Array.from(blob.bytes), {
      headers: { ...fileHeaders('application/pdf'), etag: `"${sha256}"` },
    })
  } catch (error) {
    if (!(error instanceof BlobDamaged)) throw error
    return { refused: 'document-damaged' }
  }
}

const fileHeaders = (type: string) => ({
  'content-type': type,
  'cache-control': 'private, no-cache',
  vary: 'authorization',
})
