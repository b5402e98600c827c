import type { Content } from '../../language/translated.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Moment } from '../../ui/moment.tsx'
import { Empty } from '../../ui/notice.tsx'
import { type Reader, type Setting, shown } from './reader.ts'
import { Cancelled, ceremonyTimes, Demonstration } from './viewer.tsx'

/** A ceremony whose run of show is still to be written: what will be here, and for organisers the first step. */
export function UnplannedPage(props: Reader & { title: Content; setting: Setting; plan: string | null }) {
  const { t, locale, setting, plan } = props
  const title = shown(props.title, locale)
  const words = t.ceremonies.board
  return (
    <article class="stack-wide">
      <header class="stack">
        <p class="soft">{t.ceremonies.kind}</p>
        <h1 lang={title.locale}>{title.text}</h1>
        <Moment time={ceremonyTimes(props)} />
        <Cancelled {...props} />
        {setting.demonstration ? <Demonstration t={t} locale={locale} /> : null}
      </header>
      <Empty
        title={words.unplanned}
        action={plan ? <ButtonLink href={plan}>{t.ceremonies.plan.title}</ButtonLink> : undefined}
      >
        <p>{words.unplannedBody}</p>
      </Empty>
    </article>
  )
}
