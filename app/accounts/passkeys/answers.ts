import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'

const base64url = z
  .string()
  .regex(/^[A-Za-z0-9_-]*$/)
  .max(100_000)

const credential = { id: base64url.min(1), rawId: base64url.min(1), type: z.literal('public-key') }
const extras = { clientExtensionResults: z.looseObject({}).default({}), authenticatorAttachment: z.string().optional() }

const registration = z.object({
  ...credential,
  ...extras,
  response: z.looseObject({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string()).optional(),
  }),
})

const assertion = z.object({
  ...credential,
  ...extras,
  response: z.looseObject({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.nullish(),
  }),
})

export type Answer<T> = { response: T; challenge: string }

/** Reads what `PublicKeyCredential.toJSON()` made (Web Authentication Level 3, §5.1); null for anything else. */
export const readRegistration = (text: string) => read<RegistrationResponseJSON>(text, registration)
export const readAssertion = (text: string) => read<AuthenticationResponseJSON>(text, assertion)

function read<T extends { response: { clientDataJSON: string } }>(text: string, schema: z.ZodType): Answer<T> | null {
  const parsed = schema.safeParse(parseJson(text))
  if (!parsed.success) return null
  const response = parsed.data as T
  const clientData = z
    .looseObject({ challenge: base64url.min(1) })
    .safeParse(parseJson(Buffer.from(response.response.clientDataJSON, 'base64url').toString()))
  return clientData.success ? { response, challenge: clientData.data.challenge } : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
