import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRequestHead } from './requestHead.ts'

const names = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,20}$/)
const values = fc.stringMatching(/^([\x21-\x7e][\x20-\x7e]{0,30}[\x21-\x7e])?$/)

test('reads what browsers and proxies send, whatever the letters of the names', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(names, values), { maxLength: 12 }), fc.webPath(), (fields, path) => {
      const target = `/${path}`
      const text = [`GET ${target} HTTP/1.1`, ...fields.map(([name, value]) => `${name}: ${value}`)].join('\r\n')
      const expected = new Map<string, string>()
      for (const [name, value] of fields) {
        const key = name.toLowerCase()
        expected.set(key, expected.has(key) ? `${expected.get(key)}, ${value}` : value)
      }
      expect(readRequestHead(text)).toEqual({ method: 'GET', target, fields: expected })
    }),
  )
})

test.each([
  'GET / HTTP/2',
  'GET  / HTTP/1.1',
  'get / HTTP/1.1',
  'GET http://elsewhere/ HTTP/1.1',
  'GET / HTTP/1.1\r\n folded: no',
  'GET / HTTP/1.1\r\nname : no',
  'GET / HTTP/1.1\r\nname: a\nb',
  '',
])('%j is refused', (text) => expect(readRequestHead(text)).toBeNull())

test('nothing makes it fall', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void readRequestHead(text)))
})
