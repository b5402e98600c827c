import { z } from 'zod'
import { operation, type Operation } from '../../api/operation.ts'
import * as shapes from '../../api/shapes.ts'
import { lookUpCodes } from './looking.ts'

/** Codes of the European nomenclature, for programs. */
export const codeOperations: readonly Operation[] = [
  operation({
    id: 'lookUpCodes',
    method: 'get',
    path: '/codes',
    tag: 'members',
    needs: 'public',
    summary: 'Codes of the European nomenclature by words of any of the five languages, as far as it was loaded.',
    query: z.object({ q: shapes.text(200, '内視鏡').optional(), under: shapes.text(20, 'Z12').optional() }),
    answers: z.object({
      isLoaded: z.boolean(),
      codes: z.array(
        z.object({ code: z.string(), term: z.string(), above: z.array(z.string()), hasBelow: z.boolean() }),
      ),
      isMore: z.boolean(),
    }),
    run: ({ c, query }) => lookUpCodes(c.var.services.database.db, { q: query.q ?? '', under: query.under ?? '' }),
  }),
]
