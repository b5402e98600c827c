import type { Bytes } from './bytes.ts'

/**
 * Somebody who can sign: an in-process key, a key in the signatory's browser, or an outside trust service (CSC API). It never shows
 * its key.
 */
export type Signer = {
  /** DER of the signer's certificate. */
  certificate: Bytes
  /** DER of the certificates above it, root last; they travel in the signature. */
  chain: Bytes[]
  /** ECDSA P-256 over the SHA-256 of these bytes, as r ‖ s (64 bytes). */
  sign(data: Uint8Array): Promise<Uint8Array>
}
