import type { Bytes } from '../bytes.ts'

/** Why there is no time-stamp: nobody answered, the service said no, or its answer proves nothing. */
export type StampFailure = { failed: 'unreachable' | 'refused' | 'bad-answer'; detail: string }

export type Stamp = { token: Bytes; at: Date }

/** Somebody who attests when a digest existed (RFC 3161). */
export type TimestampService = {
  name: string
  /** True for the built-in service: good for rehearsals, worth nothing against whoever runs the installation. */
  trial: boolean
  /** `sha256`: 32 bytes. */
  stamp(sha256: Uint8Array): Promise<Stamp | StampFailure>
}
