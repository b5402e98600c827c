import { numberText } from '../../language/numerals.ts'
import type { Asset } from '../kit/assets.ts'
import { contentFor, type Reader } from './words.ts'

/** Files with what one must know to use them: what is on them, whom to name, what one may do. */
export function KitFiles({ t, locale, assets, below }: Reader & { assets: Asset[]; below: string }) {
  if (assets.length === 0) return null
  return (
    <section class="stack" aria-labelledby="kit">
      <h2 id="kit">{t.press.kit.title}</h2>
      <ul class="press-kit" role="list">
        {assets.map((asset) => (
          <li>
            <OneFile t={t} locale={locale} asset={asset} href={`${below}/kit/${asset.id}`} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export function OneFile({ t, locale, asset, href }: Pick<Reader, 't' | 'locale'> & { asset: Asset; href: string }) {
  const words = t.press.kit
  const title = contentFor(asset.title, locale)
  const alternative = asset.alternative && contentFor(asset.alternative, locale)
  const trademark = asset.trademark && contentFor(asset.trademark, locale)
  return (
    <figure class="press-file">
      {asset.mediaType.startsWith('image/') ? (
        <img src={href} alt={alternative?.text ?? ''} lang={alternative?.locale} loading="lazy" />
      ) : null}
      <figcaption class="stack">
        <span>
          <a href={href} download={asset.fileName} lang={title.locale}>
            {title.text}
          </a>{' '}
          <span class="soft small">
            {words.kinds[asset.kind]}, {sizeText(asset.bytes, locale)}
          </span>
        </span>
        <span class="soft small">{words.credited({ credit: asset.credit, licence: asset.licence })}</span>
        {trademark ? (
          <span class="soft small" lang={trademark.locale}>
            {trademark.text}
          </span>
        ) : null}
      </figcaption>
    </figure>
  )
}

const sizeText = (bytes: number, locale: Reader['locale']): string =>
  bytes < 1024 * 1024
    ? `${numberText(locale, Math.max(1, Math.round(bytes / 1024)))} kB`
    : `${numberText(locale, Math.round(bytes / 1024 / 102.4) / 10)} MB`
