import { expect, test } from 'vitest'
import { failureOf } from './failure.ts'

const thrown = (fields: object) => Object.assign(new Error('words'), fields)

test.each([
  ['no such server', { code: 'EDNS', command: 'CONN' }, 'unreachable', false],
  ['nobody listens', { code: 'ESOCKET', command: 'CONN', syscall: 'connect' }, 'unreachable', false],
  ['the line is cut', { code: 'ESOCKET', command: 'CONN', syscall: 'read' }, 'connection-lost', false],
  ['the line breaks', { code: 'ECONNECTION', command: 'CONN' }, 'connection-lost', false],
  ['silence', { code: 'ETIMEDOUT', command: 'CONN' }, 'timeout', false],
  ['we gave up waiting', { code: 'EABORT' }, 'timeout', false],
  ['a wrong certificate', { code: 'ETLS', command: 'STARTTLS' }, 'tls', false],
  ['a wrong password', { code: 'EAUTH', responseCode: 535 }, 'authentication', false],
  ['shutting down', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 421 }, 'refused-for-now', false],
  ['greylisting', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 451 }, 'refused-for-now', false],
  ['no such mailbox', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, 'recipient-refused', true],
  ['our sender is unwanted', { code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 }, 'sender-refused', false],
  ['a login is wanted', { code: 'EENVELOPE', command: 'RCPT TO', responseCode: 530 }, 'sender-refused', false],
  ['out of step', { code: 'EMESSAGE', command: 'DATA', responseCode: 503 }, 'refused-for-now', false],
  ['taken for spam', { code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, 'message-refused', true],
  ['something new', { code: 'ENEW' }, 'unexpected', false],
])('%s', (_, fields, failed, final) => {
  expect(failureOf(thrown(fields))).toMatchObject({ failed, final })
})

test("the server's words are kept on one line, and short", () => {
  const { detail } = failureOf(thrown({ response: `550 no\r\n${'x'.repeat(1000)}` }))
  expect(detail).toMatch(/^550 no x+…$/)
  expect(detail.length).toBe(300)
  expect(failureOf('thrown text')).toMatchObject({ failed: 'unexpected', detail: 'thrown text', status: null })
})
