import { z } from 'zod'
import { audiences, openings } from '../grants/tables.ts'

const id = z.uuid('choose')

export const reasonForm = z.object({
  organisation: id,
  reason: z.string().trim().min(1, 'required').max(2000, 'tooLong'),
})

const audience = z.enum(['closed', ...audiences], 'choose')

/** One choice for each thing that can be opened: `opens.about`, `opens.referrals`. */
export const grantForm = z.object({
  organisation: id,
  ...Object.fromEntries(openings.map((what) => [`opens.${what}`, audience])),
})
