import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server'
import { isoCBOR } from '@simplewebauthn/server/helpers'

/** What a test may bend, to see it refused. */
export type Bent = { origin?: string; userVerified?: boolean; counter?: number; challenge?: string }

const PRESENT = 0x01
const VERIFIED = 0x04
const ATTESTED = 0x40

/**
 * An authenticator without a device (Web Authentication Level 2, §6): one ES256 key, a counter that grows, answers as browsers send them.
 * The one key serves whoever asks, so use one for each passkey.
 */
export function softwareAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  let counter = 0
  let userHandle = ''

  const clientData = (type: string, challenge: string, bent: Bent) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: bent.challenge ?? challenge,
        origin: bent.origin ?? origin,
        crossOrigin: false,
      }),
    )

  const authenticatorData = (rpId: string, flags: number, bent: Bent) => {
    counter = bent.counter ?? counter + 1
    const verified = bent.userVerified === false ? 0 : VERIFIED
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([PRESENT | verified | flags]), count])
  }

  const wrap = (response: object) =>
    JSON.stringify({ id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {}, response })

  return {
    id: text(id),
    /** What the page sends back for registration options. */
    create(options: PublicKeyCredentialCreationOptionsJSON, bent: Bent = {}): string {
      userHandle = options.user.id
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const attested = Buffer.concat([
        Buffer.alloc(16),
        length,
        id,
        Buffer.from(isoCBOR.encode(coseKey(publicKey.export({ format: 'jwk' })))),
      ])
      const authData = Buffer.concat([authenticatorData(options.rp.id ?? '', ATTESTED, bent), attested])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ])
      return wrap({
        clientDataJSON: text(clientData('webauthn.create', options.challenge, bent)),
        attestationObject: text(isoCBOR.encode(attestation as never)),
        transports: ['internal'],
      })
    },
    /** What the page sends back for options to sign in or to confirm. */
    get(options: PublicKeyCredentialRequestOptionsJSON, bent: Bent = {}): string {
      const data = authenticatorData(options.rpId ?? '', 0, bent)
      const client = clientData('webauthn.get', options.challenge, bent)
      const signed = Buffer.concat([data, createHash('sha256').update(client).digest()])
      return wrap({
        clientDataJSON: text(client),
        authenticatorData: text(data),
        signature: text(sign('sha256', signed, privateKey)),
        userHandle,
      })
    },
  }
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

/** RFC 9053 §7.1.1: key type EC2, algorithm ES256, curve P-256, x, y. */
function coseKey({ x = '', y = '' }: { x?: string; y?: string }): Map<number, number | Uint8Array> {
  const bytes = (part: string) => new Uint8Array(Buffer.from(part, 'base64url'))
  return new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, bytes(x)],
    [-3, bytes(y)],
  ])
}
