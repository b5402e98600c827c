import { z } from 'zod'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'invalid')

/** Forms of this room. Texts say by key of `errors.fields` what is wrong with them. */
export const consentForm = z.object({
  documentSha256: sha256,
  code: z.string().trim().min(1, 'required').max(40, 'tooLong'),
})

export const signatureForm = z.object({ documentSha256: sha256 })
