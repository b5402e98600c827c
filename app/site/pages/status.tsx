import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Facts } from '../../ui/facts.tsx'
import { Notice } from '../../ui/notice.tsx'

export type StatusFacts = {
  isReady: boolean
  database: 'embedded' | 'server'
  hasMailServer: boolean
  timestamps: { name: string; trial: boolean }
}

/** What this installation runs on, and what that means for whoever signs here. */
export function StatusView({ t, status }: { t: Catalogue; status: StatusFacts }) {
  const words = t.site.status
  const { database, hasMailServer, timestamps } = status
  return (
    <article class="stack-wide">
      <h1>{t.common.footer.status}</h1>
      <Notice kind={status.isReady ? 'done' : 'care'} title={status.isReady ? words.ready : words.unavailable} />
      <Facts
        items={[
          { term: words.database, value: words.databases[database] },
          { term: words.mail, value: hasMailServer ? words.mailServer : words.outbox },
          { term: words.timestamps, value: timestamps.trial ? words.trial : timestamps.name },
        ]}
      />
      {database === 'embedded' ? <p>{t.common.embeddedBanner}</p> : null}
    </article>
  )
}
