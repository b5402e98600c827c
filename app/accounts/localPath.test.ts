import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { localPath } from './localPath.ts'

test.each(['/en/today', '/ja/agreements/7K3F-9QX2?tab=text#clause-3'])('%s stays', (path) => {
  expect(localPath(path)).toBe(path)
})

test.each([
  '',
  'en/today',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
])('%j leads nowhere', (text) => expect(localPath(text)).toBeNull())

test('whatever comes out stays on this site, however often it is resolved', () => {
  const pieces = fc.array(
    fc.constantFrom('/', '\\', '.', '..', '\t', '\n', '@', ':', '//', 'evil.example', '%2f', '?', '#', 'a'),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        pieces.map((parts) => `/${parts.join('')}`),
      ),
      (text) => {
        const path = localPath(text)
        if (path === null) return
        expect(new URL(path, 'https://musubi.example').origin).toBe('https://musubi.example')
        expect(localPath(path)).toBe(path)
      },
    ),
    { numRuns: 2000 },
  )
})
