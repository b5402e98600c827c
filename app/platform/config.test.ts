import { describe, expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

const sentenceFor = (environment: Record<string, string>) => {
  try {
    readConfig(environment)
  } catch (error) {
    return error instanceof ConfigError ? error.message : String(error)
  }
  return 'accepted'
}

describe('settings', () => {
  test('nothing set is a demonstration on the embedded database, on loopback', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      origin: 'http://localhost:3000',
      demo: true,
      databaseUrl: undefined,
    })
  })

  test('an empty value counts as not set', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 3000, demo: true })
  })

  test.each([
    [{ PORT: 'abc' }, 'PORT must be a number (it is “abc”).'],
    [
      { DATABASE_URL: 'foo' },
      'DATABASE_URL must be an address that begins with postgres:// or postgresql:// (it is “foo”).',
    ],
    [
      { MUSUBI_ORIGIN: 'https://example.org/path' },
      'MUSUBI_ORIGIN must be an origin without a path (it is “https://example.org/path”).',
    ],
    [{ MUSUBI_MAIL_FROM: 'nobody' }, 'MUSUBI_MAIL_FROM must be an e-mail address (it is “nobody”).'],
    [{ MUSUBI_LOG: 'loud' }, 'MUSUBI_LOG must be silent or info (it is “loud”).'],
  ])('a wrong value gives one sentence: %j', (environment, sentence) => {
    expect(sentenceFor(environment)).toBe(sentence)
  })

  test('neither passwords nor secrets are printed back', () => {
    expect(sentenceFor({ SMTP_URL: 'http://user:hunter2@mail.example.org' })).not.toContain('hunter2')
    expect(sentenceFor({ MUSUBI_SECRET: 'hunter2' })).not.toContain('hunter2')
  })

  test('a server database needs a secret for its keys, unless it is a demonstration', () => {
    const DATABASE_URL = 'postgres://localhost/musubi'
    expect(sentenceFor({ DATABASE_URL })).toContain('MUSUBI_SECRET must be set')
    expect(readConfig({ DATABASE_URL }, { demo: true })).toMatchObject({ demo: true })
  })

  test('a demonstration listens on loopback whatever HOST says', () => {
    expect(readConfig({ HOST: '0.0.0.0' }, { demo: true }).host).toBe('127.0.0.1')
    expect(readConfig({ HOST: '0.0.0.0' }, { demo: false }).host).toBe('0.0.0.0')
  })
})
