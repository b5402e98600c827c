import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'

/**
 * Keeps keys in the database unreadable to whoever has only the database: AES-256-GCM under a key derived (HKDF, RFC 5869) from
 * the installation's secret. `purpose` binds the ciphertext to its use.
 */
export type Secrets = {
  lock(plain: Uint8Array, purpose: string): Uint8Array
  /** @throws when the secret is another one, or the bytes were altered. */
  unlock(locked: Uint8Array, purpose: string): Uint8Array
}

const NONCE = 12
const TAG = 16

export function secretsOf(secret: string): Secrets {
  const keyFor = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'musubi', purpose, 32))
  return {
    lock(plain, purpose) {
      const nonce = randomBytes(NONCE)
      const cipher = createCipheriv('aes-256-gcm', keyFor(purpose), nonce)
      const body = Buffer.concat([cipher.update(plain), cipher.final()])
      return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]))
    },
    unlock(locked, purpose) {
      const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose), locked.subarray(0, NONCE))
      decipher.setAuthTag(locked.subarray(NONCE, NONCE + TAG))
      return new Uint8Array(Buffer.concat([decipher.update(locked.subarray(NONCE + TAG)), decipher.final()]))
    },
  }
}

/** The configured secret; on the embedded database one is made once and kept beside the data, readable by its owner only. */
export function installationSecret(config: Pick<Config, 'secret' | 'dataDirectory'>): string {
  if (config.secret) return config.secret
  const path = join(config.dataDirectory, 'secret')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  mkdirSync(config.dataDirectory, { recursive: true, mode: 0o700 })
  const made = randomBytes(32).toString('base64url')
  // `wx`: if another process made one in between, fail rather than replace what may already protect a key.
  writeFileSync(path, `${made}\n`, { mode: 0o600, flag: 'wx' })
  return made
}
