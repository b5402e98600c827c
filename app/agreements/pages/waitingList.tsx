import { locales, type Locale } from '../../language/locales.ts'
import { Lines } from '../../ui/card.tsx'
import { Status } from '../../ui/status.tsx'
import type { Agreement } from '../agreement.ts'
import type { Unprintable, Waiting } from '../waiting.ts'
import { languageIn, partyById, partyName, type Reader, signatoryName } from './words.ts'

/** What waits, and on whom, each with the way to it. */
export function WaitingList(reader: Reader & { agreement: Agreement; waiting: Waiting[] }) {
  const { t, locale, agreement, waiting } = reader
  const words = t.agreements.view.waiting
  if (waiting.length === 0) return <p class="soft">{words.nothing}</p>
  return (
    <Lines>
      {waiting.map((item) => {
        const party = partyById(agreement, item.on)
        const who = 'signatory' in item ? `${signatoryName(item.signatory, locale)}, ` : ''
        const address = addressOf(item)
        const sentence = sentenceOf(item, reader)
        return (
          <>
            <Status tone={item.kind === 'unprintable' ? 'late' : 'waiting'}>
              {who}
              {party ? partyName(party, locale) : words.system}
            </Status>
            <p>
              {address === null ? (
                sentence
              ) : (
                <a href={`/${locale}/agreements/${agreement.reference}${address}`}>{sentence}</a>
              )}
            </p>
          </>
        )
      })}
    </Lines>
  )
}

function addressOf(item: Waiting): string | null {
  if (item.kind === 'lagging') return `#clause-${item.clause}`
  if (item.kind === 'signatory') return '/signatories'
  if (item.kind === 'approval') return '/approval'
  return item.kind === 'proposal' ? `/proposals/${item.proposalId}` : null
}

function sentenceOf(item: Waiting, reader: Reader & { agreement: Agreement }): string {
  const { t, locale } = reader
  const words = t.agreements.view.waiting
  switch (item.kind) {
    case 'lagging':
      return words.lagging({ clause: item.clause, language: languageIn(item.language, locale) })
    case 'proposal':
      return words.proposal({ clause: item.clause })
    case 'unprintable':
      return unprintableSentence(item.why, reader)
    default:
      return words[item.kind]
  }
}

function unprintableSentence(why: Unprintable, reader: Reader): string {
  const words = reader.t.agreements.view.waiting
  const where = placeInWords(why.where, reader)
  if (why.refused === 'missing-text') return words.emptyText({ where })
  const named = { codePoint: why.codePoint, where }
  return why.refused === 'missing-glyph' ? words.glyph({ ...named, character: why.character }) : words.invisible(named)
}

/** `clauses[2].body.ja` as a reader says it. */
function placeInWords(path: string, { t, locale }: Reader): string {
  const { where } = t.agreements.view.waiting
  const last = path.split('.').at(-1) ?? ''
  const language = (locales as readonly string[]).includes(last) ? languageIn(last as Locale, locale) : last
  const clause = /^clauses\[(\d+)\]/.exec(path)
  if (clause) return where.clause({ number: Number(clause[1]) + 1, language })
  if (path.startsWith('title')) return where.title({ language })
  if (path.startsWith('preamble')) return where.preamble({ language })
  if (path.startsWith('parties')) return where.party
  return path.startsWith('signatories') ? where.signatory : where.other
}
