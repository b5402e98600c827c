import { z } from 'zod'
import { declineReasons, referralKinds } from './tables.ts'

const id = z.uuid('choose')
const text = (most: number) => z.string().trim().max(most, 'tooLong')

export const askForm = z.object({
  kind: z.enum(referralKinds, 'choose'),
  company: id,
  cluster: id,
  member: text(80).optional(),
  need: text(40).optional(),
  subject: text(300).min(1, 'required'),
  message: text(8000).min(1, 'required'),
  consents: z.literal('yes').optional(),
  draft: z.union([z.literal(''), id]).optional(),
})

export const personsActs = [
  ...(['passed-on', 'passed-to', 'accepted', 'answered', 'replied', 'consented', 'asked-back'] as const),
  ...(['declined', 'consent-withdrawn', 'withdrawn'] as const),
] as const

export const actForm = z.object({
  act: z.enum(personsActs, 'choose'),
  side: z.enum(['asker', 'home', 'partner', 'company'], 'choose'),
  reason: z.union([z.literal(''), z.enum(declineReasons, 'choose')]).optional(),
  words: text(4000).optional(),
  to: z.union([z.literal(''), id]).optional(),
})

export const assignForm = z.object({ person: id })
