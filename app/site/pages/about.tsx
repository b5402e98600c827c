import type { Locale } from '../../language/locales.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'

/** What is claimed of signatures made here, and what is not. */
export function AboutView({ t, locale, demo }: { t: Catalogue; locale: Locale; demo: boolean }) {
  const words = t.site.about
  return (
    <article class="prose">
      <h1>{words.title}</h1>
      <p class="lede">{words.lede}</p>
      <Claims {...words.does} />
      <Claims {...words.doesNot} />
      {demo ? (
        <section class="stack">
          <h2>{words.demonstration.title}</h2>
          <p>{words.demonstration.body}</p>
        </section>
      ) : null}
      <section class="stack">
        <h2>{words.check.title}</h2>
        <p>{words.check.body}</p>
        <ul>
          <li>
            <a href={`/${locale}/verify`}>{words.check.verify}</a>
          </li>
          <li>
            <a href="/pki/root.pem">{words.check.root}</a>
          </li>
          <li>
            <a href="/pki/revoked.crl">{words.check.list}</a>
          </li>
        </ul>
      </section>
    </article>
  )
}

function Claims({ title, items }: { title: string; items: string[] }) {
  return (
    <section class="stack">
      <h2>{title}</h2>
      <ul class="claims">
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </section>
  )
}
