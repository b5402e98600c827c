import { SaidList } from './said.tsx'
import { sayRecord, timeText } from '../voice.ts'
import type { Result } from '../result.ts'
import { isWhole } from '../result.ts'
import type { ResultReader } from './signatures.tsx'
import { Status } from '../../ui/status.tsx'

/** What the activity record says when it is computed again. Only for agreements of this installation. */
export function RecordSection({ result, t, locale, zone }: ResultReader & { result: Result }) {
  const { record } = result
  if (!record) return null
  const words = t.verification.record
  const numbers = new Intl.NumberFormat(locale)
  const faults = record.findings.filter(({ found }) => found !== 'erased')
  const erased = record.findings.length - faults.length
  const rows = numbers.format(record.rows)
  const whole = erased ? words.soundErased({ rows }) : words.sound({ rows })
  return (
    <section class="stack" aria-labelledby="record">
      <h2 id="record">{words.title}</h2>
      <p>{words.explanation}</p>
      <p>
        <Status tone={isWhole(record) ? 'done' : 'late'}>
          {t.verification.levels[isWhole(record) ? 'holds' : 'fails']}
        </Status>{' '}
        {record.rows === 0 ? words.empty : record.sound ? whole : words.unsound}
      </p>
      {faults.length ? (
        <SaidList
          t={t}
          said={faults.map((finding) => ({ level: 'fails', text: sayRecord(finding, t.verification, locale) }))}
        />
      ) : null}
      <p>
        {headsSentence(
          result,
          words,
          numbers,
          faults.some(({ found }) => found === 'recomputed' || found === 'cut-tail'),
        )}
      </p>
      <p>{anchoredSentence(record, words, numbers, (at) => timeText(at, locale, zone))}</p>
      {record.anchoredTo?.trial ? <p>{words.trial}</p> : null}
    </section>
  )
}

type RecordWords = ResultReader['t']['verification']['record']

/** Where the heads disagree, the findings above have said so. */
function headsSentence({ heads }: Result, words: RecordWords, numbers: Intl.NumberFormat, disagree: boolean): string {
  if (heads === 0) return words.noHeads
  return disagree ? '' : words.headsMatch({ count: numbers.format(heads) })
}

function anchoredSentence(
  { anchoredTo, head }: NonNullable<Result['record']>,
  words: RecordWords,
  numbers: Intl.NumberFormat,
  time: (at: Date) => string,
): string {
  if (!anchoredTo) return words.notAnchored
  const values = { seq: numbers.format(anchoredTo.seq), at: time(anchoredTo.at), service: anchoredTo.service }
  return anchoredTo.seq === head?.seq ? words.anchoredAll(values) : words.anchored(values)
}
