import { readFileSync } from 'node:fs'
import { type Config, ConfigError } from '../platform/config.ts'
import { newId } from '../platform/ids.ts'
import { type Authority, createAuthority, exportAuthority, importAuthority } from '../signatures/authority.ts'
import { fromPem } from '../signatures/pem.ts'
import type { Services } from '../web/env.ts'

const PURPOSE = 'certificate authority'
const YEARS = 20

/**
 * The installation's own certification authority, made when first needed. Its private key rests in the database, locked with
 * the installation's secret. A demonstration's authority says in its own name that it is one.
 */
export async function installationAuthority(
  services: Pick<Services, 'database' | 'secrets' | 'clock' | 'config'>,
): Promise<Authority> {
  const { db } = services.database
  const demonstration = services.config.demo
  const stored = () =>
    db
      .selectFrom('certificate_authority')
      .selectAll()
      .where('demonstration', '=', demonstration)
      .orderBy('id')
      .executeTakeFirst()
  const found = (await stored()) ?? (await makeAuthority(services, demonstration).then(stored))
  if (!found) throw new Error('The certification authority was not stored.')
  const privateKeyPem = new TextDecoder().decode(services.secrets.unlock(found.private_key, PURPOSE))
  return importAuthority({ certificatePem: found.certificate, privateKeyPem })
}

async function makeAuthority(
  services: Pick<Services, 'database' | 'secrets' | 'clock' | 'config'>,
  demonstration: boolean,
): Promise<void> {
  const now = services.clock.now()
  const validUntil = new Date(now)
  validUntil.setUTCFullYear(now.getUTCFullYear() + YEARS)
  const authority = await createAuthority({
    name: {
      commonName: demonstration
        ? 'Musubi demonstration root'
        : `Musubi root of ${new URL(services.config.origin).host}`,
      organisation: 'Musubi',
    },
    validFrom: now,
    validUntil,
    demonstration,
  })
  const { certificatePem, privateKeyPem } = await exportAuthority(authority)
  await services.database.db
    .insertInto('certificate_authority')
    .values({
      id: newId(),
      certificate: certificatePem,
      private_key: services.secrets.lock(new TextEncoder().encode(privateKeyPem), PURPOSE),
      demonstration,
      created_at: now,
    })
    // Two processes that start together make one authority: the first row wins.
    .onConflict((conflict) => conflict.column('demonstration').doNothing())
    .execute()
}

/** Where validators fetch the authority's list of revoked certificates. */
export const revocationListUrl = (services: Pick<Services, 'config'>): string =>
  `${services.config.origin}/pki/revoked.crl`

/** The roots we vouch for: our own, for signatures made here, and that of the configured time-stamp service. */
export async function trustedRoots(services: Pick<Services, 'database' | 'config'>): Promise<Uint8Array[]> {
  return [...(await ownRoots(services)), ...timestampRoots(services.config)]
}

/** This installation's own roots (DER): what somebody elsewhere imports to trust what was signed here. */
export async function ownRoots(services: Pick<Services, 'database'>): Promise<Uint8Array[]> {
  const rows = await services.database.db
    .selectFrom('certificate_authority')
    .select('certificate')
    .orderBy('id')
    .execute()
  return rows.map((row) => fromPem('CERTIFICATE', row.certificate))
}

/**
 * The roots (DER) of the configured service.
 * @throws ConfigError when the file cannot be read or holds no certificate.
 */
export function timestampRoots({ timestampRoots: path }: Pick<Config, 'timestampRoots'>): Uint8Array[] {
  if (!path) return []
  try {
    const blocks = readFileSync(path, 'utf8').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
    if (blocks.length === 0) throw new RangeError('no certificate')
    return blocks.map((block) => fromPem('CERTIFICATE', block))
  } catch {
    throw new ConfigError(
      `MUSUBI_TIMESTAMP_ROOTS must name a PEM file with at least one certificate (it is “${path}”).`,
    )
  }
}
