import { z } from 'zod'
import { instant, reference, sha256 } from '../../api/shapes.ts'

const level = z
  .enum(['holds', 'warns', 'fails'])
  .describe('`holds`: checked and true. `warns`: true as far as it goes. `fails`: do not rely on it')

const codeOf = (example: string) => z.string().meta({ examples: [example] })

/** A fact that was checked; what else it says depends on the code. */
const finding = z.looseObject({ code: codeOf('signature.intact'), level })

const holder = z.object({
  commonName: z.string(),
  organisation: z.string().nullable(),
  title: z.string().nullable(),
  country: z.string().nullable(),
})

const signature = z.object({
  field: z.string().meta({ examples: ['sig_p01'] }),
  kind: z.enum(['seal', 'signature', 'archive']),
  level,
  holder: holder.nullable(),
  certificate: z.object({ serial: z.string(), sha256, validFrom: instant, validUntil: instant }).nullable(),
  claimed: z
    .object({
      name: z.string().nullable(),
      reason: z.string().nullable(),
      location: z.string().nullable(),
      at: instant.nullable(),
    })
    .describe('What the signature says of itself'),
  timeStamp: z.object({ at: instant, service: holder, trial: z.boolean() }).nullable(),
  root: z
    .object({
      commonName: z.string(),
      organisation: z.string().nullable(),
      sha256,
      demonstration: z.boolean(),
    })
    .nullable(),
  evidence: z
    .unknown()
    .describe('The signed evidence, written by the signer: show it as text, never as markup')
    .meta({ examples: [{ format: 'musubi/consent-evidence/1' }] }),
  findings: z.array(finding),
})

const head = z.object({ seq: z.int(), hash: sha256 })

export const verification = z.object({
  level: level.describe('As good as the worst of file and record'),
  reasons: z.array(codeOf('trial')).describe('Why it does not simply hold, the weightiest first'),
  file: z
    .object({
      level,
      sha256,
      length: z.int(),
      pages: z.int().nullable(),
      signatures: z.array(signature).describe('In the order in which they were made'),
      findings: z.array(finding).describe('About the document as a whole'),
    })
    .describe('What the file says, checked without believing this installation'),
  reference: reference.nullable().describe('The agreement here that the file belongs to'),
  revision: z.enum(['newest', 'earlier', 'none']).describe('Which of the revisions made here the bytes are'),
  record: z
    .object({
      sound: z.boolean(),
      rows: z.int(),
      head: head.nullable(),
      anchoredTo: z.object({ seq: z.int(), at: instant, service: z.string(), trial: z.boolean() }).nullable(),
      findings: z.array(z.looseObject({ found: codeOf('altered') })),
    })
    .nullable()
    .describe('The activity record, recomputed'),
})
