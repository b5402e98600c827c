import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Locale } from '../../language/locales.ts'

export type StageTheme = 'light' | 'dark'

type DocumentProps = {
  locale: Locale
  title: string
  theme: StageTheme
  assets: { css: string; scripts: string[] }
  children?: Child
}

/** A page that is only a screen: no banner, no navigation, nothing that a photograph should not hold. */
export function StageDocument({ locale, title, theme, assets, children }: DocumentProps) {
  return (
    <>
      {raw('<!DOCTYPE html>')}
      <html lang={locale} data-theme={theme} class="stage-page">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="robots" content="noindex" />
          <meta name="color-scheme" content={theme} />
          <title>{title}</title>
          <link rel="stylesheet" href={assets.css} />
          {assets.scripts.map((source) => (
            <script type="module" src={source}></script>
          ))}
        </head>
        <body>{children}</body>
      </html>
    </>
  )
}
