import type { Locale } from '../../language/locales.ts'

export type MailContent = {
  locale: Locale
  greeting: string
  /** Line breaks inside a paragraph are kept. */
  paragraphs: string[]
  /** The one thing to do. `href` is absolute, `http(s):`. */
  action?: { label: string; href: string }
  footer: string
  /** For the HTML title; the greeting if not given. */
  title?: string
}

/**
 * One mail in two forms that say the same. No remote pictures (they report who opened), no colours of its own (each mail
 * program's light and dark do better), the address of the link in sight, so that one sees where it leads.
 * @throws TypeError for a link that is not http(s): a mistake in the code.
 */
export function composeMail(content: MailContent): { text: string; html: string } {
  const { action } = content
  if (action && !/^https?:\/\/[^\s<>"]+$/.test(action.href))
    throw new TypeError('The link of a mail must begin with http(s)://')
  return { text: asText(content), html: asHtml(content) }
}

function asText({ greeting, paragraphs, action, footer }: MailContent): string {
  // "-- " and a line end mark what follows as a signature (RFC 3676, 4.3).
  const blocks = [greeting, ...paragraphs, ...(action ? [`${action.label}\n${action.href}`] : []), `-- \n${footer}`]
  return `${blocks.map(withoutControls).join('\n\n')}\n`
}

const body =
  'margin:0;padding:24px 16px;font:16px/1.7 system-ui,"Hiragino Sans","Noto Sans JP","Yu Gothic",sans-serif;overflow-wrap:anywhere'
const frame = 'max-width:36rem;margin:0 auto'
const button =
  'display:inline-block;padding:10px 20px;border:2px solid;border-radius:6px;font-weight:bold;text-decoration:none'

function asHtml({ locale, greeting, paragraphs, action, footer, title }: MailContent): string {
  const link = action && escaped(action.href)
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escaped(title ?? greeting)}</title>
</head>
<body style="${escaped(body)}">
<main style="${frame}">
<p>${lines(greeting)}</p>
${paragraphs.map((paragraph) => `<p>${lines(paragraph)}</p>`).join('\n')}
${action ? `<p style="margin:28px 0"><a href="${link}" style="${button}">${lines(action.label)}</a></p>\n<p><small><a href="${link}">${link}</a></small></p>` : ''}
<hr style="border:0;border-top:1px solid;opacity:.3;margin:28px 0 12px">
<p><small>${lines(footer)}</small></p>
</main>
</body>
</html>
`
}

const lines = (text: string) => escaped(withoutControls(text)).replaceAll('\n', '<br>\n')

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Names and titles come from people: nothing in them may turn the text around it. Tabs and line ends stay. */
const withoutControls = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '')
