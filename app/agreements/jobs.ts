import { z } from 'zod'
import { defineJob, type JobHandler } from '../platform/jobs/handler.ts'
import type { Services } from '../web/env.ts'
import { anchorRecords } from './anchoring.ts'
import { lifeJobs } from './life/jobs.ts'
import { archiveAgreement } from './archiving.ts'
import { prepareDocument } from './preparing.ts'

const schema = z.object({ agreementId: z.uuid() })

/** A time-stamp service may be away for hours; a document waits for it rather than going without. */
const retry = { times: 20, delaySeconds: 15 }

/** What happens by itself after a party's act. */
export const agreementJobs = (services: () => Services): JobHandler[] => [
  ...lifeJobs(services),
  defineJob({
    name: 'agreements.prepare',
    schema,
    retry,
    work: async (_db, { agreementId }) => {
      const outcome = await prepareDocument(services(), agreementId)
      if ('refused' in outcome && outcome.refused === 'timestamp-unavailable')
        throw new Error(`No time-stamp for the seal: ${outcome.detail}`)
      if ('refused' in outcome && outcome.refused === 'signatory-replaced')
        throw new Error('A signatory was replaced while the document was made.')
    },
  }),
  defineJob({
    name: 'agreements.archive',
    schema,
    retry,
    work: async (_db, { agreementId }) => {
      const outcome = await archiveAgreement(services(), agreementId)
      if ('failed' in outcome) throw new Error(`No time-stamp for the archive: ${outcome.failed}`)
    },
  }),
  defineJob({
    name: 'agreements.anchor',
    schema: z.object({}),
    every: { cron: '41 2 * * *', timeZone: 'UTC' },
    work: async () => {
      const { anchored, failed } = await anchorRecords(services())
      if (anchored + failed > 0) services().log('record-heads-anchored', { anchored, failed })
    },
  }),
]
