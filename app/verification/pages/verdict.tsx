import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Notice } from '../../ui/notice.tsx'
import type { Judgement } from '../judging.ts'

const kinds = { holds: 'done', warns: 'note', fails: 'care' } as const

/** The answer, before anything else: a word, a sentence, and why. */
export function Verdict({ judgement, t }: { judgement: Judgement; t: Catalogue }) {
  const { verdicts, reasons } = t.verification
  const { word, file } = verdicts[judgement.level]
  return (
    <Notice kind={kinds[judgement.level]} title={word}>
      <p class="lede">{file}</p>
      {judgement.reasons.map((reason) => (
        <p>{reasons[reason]}</p>
      ))}
    </Notice>
  )
}
