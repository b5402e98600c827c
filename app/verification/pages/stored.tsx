import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Empty, Notice } from '../../ui/notice.tsx'

type Props = { t: Catalogue; title: string }

/** The agreement is there, its document not yet. */
export function EmptyView({ t, title }: Props) {
  const { none } = t.verification.stored
  return (
    <div class="stack-wide">
      <h1>{title}</h1>
      <Empty title={none.title}>
        <p>{none.body}</p>
      </Empty>
    </div>
  )
}

/** The bytes in storage are not those that were put there. */
export function DamagedView({ t, title }: Props) {
  return (
    <div class="stack-wide">
      <h1>{title}</h1>
      <Notice kind="care" title={t.verification.verdicts.fails.word}>
        <p>{t.verification.stored.damaged}</p>
      </Notice>
    </div>
  )
}
