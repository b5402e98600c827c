import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { locales } from '../../language/locales.ts'
import { composeMail } from './layout.ts'

const content = {
  locale: 'ja' as const,
  greeting: '髙﨑 𠮷子 様',
  paragraphs: ['覚書への署名をお願いします。', '一行目\n二行目'],
  action: { label: '署名のページを開く', href: 'https://musubi.example/ja/sign?token=abc&x=1' },
  footer: '管理番号 7K3F-9QX2',
}

describe('a mail', () => {
  test('says in text all that it says in HTML, with the link on a line of its own', () => {
    expect(composeMail(content).text).toBe(
      `髙﨑 𠮷子 様

覚書への署名をお願いします。

一行目
二行目

署名のページを開く
https://musubi.example/ja/sign?token=abc&x=1

-- 
管理番号 7K3F-9QX2
`,
    )
  })

  test('names its language, shows where the link leads, and fetches nothing', () => {
    for (const locale of locales) {
      const { html } = composeMail({ ...content, locale })
      expect(html).toContain(`<html lang="${locale}">`)
      expect(html.match(/https:\/\/musubi\.example\/ja\/sign\?token=abc&amp;x=1/g)).toHaveLength(3)
      expect(html).not.toMatch(/<img|<link|<script|url\(|@import|src=/)
      expect(html).toContain('一行目<br>\n二行目')
    }
  })

  test('goes without an action', () => {
    const { action: _, ...rest } = content
    const { text, html } = composeMail(rest)
    expect(text).not.toContain('http')
    expect(html).not.toContain('<a ')
  })

  test.each(['javascript:alert(1)', '/ja/sign', 'https://x.example/"onmouseover="', 'https://x.example/a b'])(
    'refuses to link to %s',
    (href) => {
      expect(() => composeMail({ ...content, action: { label: 'open', href } })).toThrow(TypeError)
    },
  )

  test('keeps whatever people wrote from becoming markup, or turning the text around', () => {
    const text = fc
      .array(fc.constantFrom('<b>', '&', '"', "'", '\r', '\u202E', '\u2066', '\u0007', '\ud842', '𠮷', '\n', 'a'), {
        maxLength: 20,
      })
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (written) => {
        const empty = composeMail({ locale: 'en', greeting: '', paragraphs: [''], footer: '', title: 't' })
        const full = composeMail({
          locale: 'en',
          greeting: written,
          paragraphs: [written],
          footer: written,
          title: 't',
        })
        const tags = (html: string) => html.replaceAll('<br>', '').match(/<[^>]*>/g)
        expect(tags(full.html)).toEqual(tags(empty.html))
        expect(full.html + full.text).not.toMatch(/[^\P{Cc}\n]|[\u202E\u2066]|[\ud800-\udbff](?![\udc00-\udfff])/u)
      }),
    )
  })
})
