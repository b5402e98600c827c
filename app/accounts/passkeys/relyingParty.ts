import type { Config } from '../../platform/config.ts'

/** Who we are to an authenticator: a passkey belongs to the host of our origin and works nowhere else. */
export const relyingParty = ({ origin }: Pick<Config, 'origin'>) => ({
  id: new URL(origin).hostname,
  name: 'Musubi',
  origin,
})

/** EdDSA, ES256, RS256 (IANA COSE algorithms): what today's authenticators have between them. */
export const algorithms = [-8, -7, -257]
