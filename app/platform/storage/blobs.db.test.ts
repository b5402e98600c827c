import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/harness/testDatabase.ts'
import { BlobDamaged, BlobTooLarge, getBlob, LARGEST_BLOB, putBlob } from './blobs.ts'

test('what is put in comes out, under its digest', async () => {
  const { db } = await testDatabase()
  const bytes = new Uint8Array(randomBytes(300_000))
  const sha256 = await putBlob(db, bytes, 'application/pdf')
  expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(await getBlob(db, sha256)).toMatchObject({ sha256, mediaType: 'application/pdf', bytes })
})

test('the same bytes are stored once', async () => {
  const { db } = await testDatabase()
  const bytes = new Uint8Array(randomBytes(32))
  const first = await putBlob(db, bytes, 'application/pdf')
  expect(await putBlob(db, bytes, 'application/octet-stream')).toBe(first)
  expect(await getBlob(db, first)).toMatchObject({ mediaType: 'application/pdf' })
})

test('no file, no bytes', async () => {
  const { db } = await testDatabase()
  expect(await getBlob(db, '0'.repeat(64))).toBeUndefined()
  expect(await getBlob(db, '../../etc/passwd')).toBeUndefined()
})

test('an empty file is a file', async () => {
  const { db } = await testDatabase()
  const sha256 = await putBlob(db, new Uint8Array(0), 'text/plain; charset=utf-8')
  expect((await getBlob(db, sha256))?.bytes).toEqual(new Uint8Array(0))
})

test('too large is refused before it reaches the database', async () => {
  const { db } = await testDatabase()
  await expect(putBlob(db, new Uint8Array(LARGEST_BLOB + 1), 'application/pdf')).rejects.toThrow(BlobTooLarge)
})

test('bytes changed behind our back are noticed', async () => {
  const { db } = await testDatabase()
  const sha256 = await putBlob(db, new Uint8Array(randomBytes(32)), 'application/pdf')
  await sql`update blob set bytes = 'forged' where sha256 = ${Buffer.from(sha256, 'hex')}`.execute(db)
  await expect(getBlob(db, sha256)).rejects.toThrow(BlobDamaged)
})
