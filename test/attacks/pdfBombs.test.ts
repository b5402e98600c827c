import { deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { verifyPdf } from '../../app/signatures/verify/verifyPdf.ts'

// Anybody may ask for a check. A file must not buy minutes of the process, or gigabytes, with a few kilobytes.

const MEBIBYTE = 1024 * 1024

type Written = { number: number; body: Buffer | string }

/** A PDF of these objects; `packed` names numbers that lie in the object stream of that number. */
function pdfOf(objects: Written[], packed: Record<number, number> = {}): Uint8Array {
  let file = Buffer.from('%PDF-1.7\n')
  const rows = new Map<number, [kind: number, second: number]>()
  for (const { number, body } of objects) {
    rows.set(number, [1, file.length])
    file = Buffer.concat([file, Buffer.from(`${number} 0 obj\n`), Buffer.from(body), Buffer.from('\nendobj\n')])
  }
  for (const [number, container] of Object.entries(packed)) rows.set(Number(number), [2, container])
  return closed(file, rows)
}

function closed(file: Buffer, rows: Map<number, [kind: number, second: number]>): Uint8Array {
  const numbers = [...rows.keys()].toSorted((one, other) => one - other)
  const table = Buffer.alloc(numbers.length * 5)
  for (const [index, number] of numbers.entries()) {
    const [kind, second] = rows.get(number) ?? [0, 0]
    table.writeUInt8(kind, index * 5)
    table.writeUInt32BE(second, index * 5 + 1)
  }
  const own = Math.max(...numbers) + 1
  const index = numbers.map((number) => `${number} 1`).join(' ')
  const about = `<</Type/XRef/W[1 4 0]/Index[${index}]/Size ${own + 1}/Root 1 0 R/Length ${table.length}>>`
  return new Uint8Array(
    Buffer.concat([
      file,
      Buffer.from(`${own} 0 obj\n${about}\nstream\n`),
      table,
      Buffer.from(`\nendstream\nendobj\nstartxref\n${file.length}\n%%EOF\n`),
    ]),
  )
}

const catalogue = { number: 1, body: '<</Type/Catalog>>' }

/** An object stream that holds one object. */
function packing(number: number, contained: number, value: string): Written {
  const head = `${contained} 0 `
  const data = deflateSync(head + value)
  const about = `<</Type/ObjStm/N 1/First ${head.length}/Filter/FlateDecode/Length ${data.length}>>`
  return { number, body: Buffer.concat([Buffer.from(`${about}\nstream\n`), data, Buffer.from('\nendstream')]) }
}

const check = async (bytes: Uint8Array) => {
  const { level, findings } = await verifyPdf(bytes, { roots: [], now: new Date('2022-03-22T08:00:00Z') })
  return { level, detail: findings.map((finding) => ('detail' in finding ? finding.detail : finding.code)).join() }
}

test('a million dictionaries in four kilobytes', async () => {
  const bomb = pdfOf([catalogue, packing(2, 100, `[${'<<>>'.repeat(MEBIBYTE)}]`)], { 100: 2 })
  expect(bomb.length).toBeLessThan(6000)
  expect(await check(bomb)).toEqual({ level: 'fails', detail: 'more values than we read' })
})

test('a million dictionaries spread over objects', async () => {
  const many = Array.from({ length: 20 }, (_, index) => packing(2 + index, 100 + index, `[${'[]'.repeat(60_000)}]`))
  const bomb = pdfOf([catalogue, ...many], Object.fromEntries(many.map((_, index) => [100 + index, 2 + index])))
  expect(await check(bomb)).toEqual({ level: 'fails', detail: 'more values than we read' })
})

test('many streams that each unpack to something large', async () => {
  const long = ` ${' '.repeat(3 * MEBIBYTE)}null`
  const many = Array.from({ length: 8 }, (_, index) => packing(2 + index, 100 + index, long))
  const bomb = pdfOf([catalogue, ...many], Object.fromEntries(many.map((_, index) => [100 + index, 2 + index])))
  expect(await check(bomb)).toEqual({ level: 'fails', detail: 'unpacks to more than we read' })
})

test('objects one inside the other, each read to the end', async () => {
  const depth = 500
  let file = Buffer.from(
    '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n',
  )
  const rows = new Map<number, [number, number]>([
    [1, [1, 9]],
    [2, [1, file.indexOf('2 0 obj')]],
  ])
  for (let index = 0; index < depth; index++) {
    rows.set(3 + index, [1, file.length])
    file = Buffer.concat([file, Buffer.from(`${3 + index} 0 obj\n<</Type/Page/Deeper(`)])
  }
  file = Buffer.concat([file, Buffer.from(')>>\nendobj\n'.repeat(depth))])
  const kids = Array.from({ length: depth }, (_, index) => `${3 + index} 0 R`).join(' ')
  const pages = { number: 600, body: `<</Type/Pages/Kids[${kids}]/Count ${depth}>>` }
  rows.set(600, [1, file.length])
  file = Buffer.concat([file, Buffer.from(`600 0 obj\n${pages.body}\nendobj\n`)])
  rows.set(601, [1, file.length])
  file = Buffer.concat([file, Buffer.from('601 0 obj\n<</Type/Catalog/Pages 600 0 R>>\nendobj\n')])
  const bytes = Buffer.from(closed(file, rows))
  const asked = Buffer.from(bytes.toString('latin1').replace('/Root 1 0 R', '/Root 601 0 R'), 'latin1')
  expect(await check(new Uint8Array(asked))).toEqual({ level: 'fails', detail: 'objects on top of each other' })
})
