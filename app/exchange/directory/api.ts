import { z } from 'zod'
import { operation, type Operation, refusalsOf } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { fieldGroups } from '../../organisations/members/profile.ts'
import { facets } from '../search/facets.ts'
import { readAsked } from './forms.ts'
import { readDirectory } from './queries.ts'
import { removeSearch, saveSearch } from './saving.ts'
import { savedSearches } from './savedSearches.ts'

const said = (example: string) => shapes.text(300, example)
const filter = (example: string) => said(example).optional()

const question = {
  q: filter('内視鏡'),
  cluster: filter('life-science-nord'),
  country: filter('DE'),
  kind: filter('company'),
  chain: filter('manufacturing'),
  emdn: filter('Z12'),
  sought: filter('JP'),
  certificate: filter('ISO 13485'),
}

/** The directory, for programs that look for partners. */
export const directoryOperations: readonly Operation[] = [
  operation({
    id: 'searchDirectory',
    method: 'get',
    path: '/directory',
    tag: 'members',
    needs: 'public',
    summary:
      'Members found by words of any language, those that answer more of the question first. Twenty a page; parts that the asker may not see find nothing.',
    query: z.object({
      ...question,
      page: z.coerce.number().int().min(1).max(50).optional(),
    }),
    answers: z.object({
      members: z.array(
        z.object({
          member: said('demo-endoscope'),
          country: said('JP'),
          clusters: z.array(said('magia-kobe')),
          foundBy: z.array(
            z.object({
              typed: said('内視鏡'),
              concept: said('endoscope').nullable(),
              parts: z.array(z.enum(['name', ...fieldGroups])),
            }),
          ),
        }),
      ),
      more: z.boolean(),
    }),
    async run({ c, query }) {
      const { scope, services } = c.var
      const entries = Object.fromEntries(['q', ...facets].map((name) => [name, query[name as 'q']]))
      const asked = readAsked({ ...entries, page: String(query.page ?? 1) })
      const { hits, more } = await readDirectory(services.database.db, scope, services.clock.now(), asked)
      return {
        members: hits.map(({ slug, country, clusters, reasons }) => ({
          member: slug,
          country,
          clusters,
          foundBy: reasons.map(({ wish, term, parts }) => ({
            typed: wish.typed,
            concept: wish.kind === 'concept' ? term.slice(1) : null,
            parts,
          })),
        })),
        more,
      }
    },
  }),
  operation({
    id: 'listSearches',
    method: 'get',
    path: '/searches',
    tag: 'members',
    needs: 'members:read',
    summary: 'Your own saved searches, the latest first.',
    answers: z.object({
      searches: z.array(
        z.object({ id: shapes.id, question: z.record(z.string(), z.string()), mailsAreStopped: z.boolean() }),
      ),
    }),
    async run({ c }) {
      const { scope, services } = c.var
      const searches = await savedSearches(services.database.db, scope)
      return {
        searches: searches.map(({ id, question: { q, entries }, isStopped }) => ({
          id,
          question: { ...(q ? { q } : {}), ...entries },
          mailsAreStopped: isStopped,
        })),
      }
    },
  }),
  operation({
    id: 'saveSearch',
    method: 'post',
    path: '/searches',
    tag: 'members',
    needs: 'members:write',
    status: 201,
    summary: 'Keep a question; members that are new among its hits are mailed to you once a week.',
    body: z.strictObject(question),
    answers: z.object({ id: shapes.id }),
    refusals: refusalsOf<typeof saveSearch>({ 'nothing-asked': true, 'too-many-searches': true }),
    async run({ c, body }) {
      const { scope, services, locale } = c.var
      return saveSearch(services, scope, { asked: readAsked(body), locale })
    },
  }),
  operation({
    id: 'removeSearch',
    method: 'post',
    path: '/searches/{search}/removal',
    tag: 'members',
    needs: 'members:write',
    summary: 'Take one of your saved searches out of the list.',
    answers: z.object({ removed: z.literal(true) }),
    async run({ c, params }) {
      const id = shapes.id.safeParse(params['search'])
      return id.success ? removeSearch(c.var.services, c.var.scope, id.data) : null
    },
  }),
]
