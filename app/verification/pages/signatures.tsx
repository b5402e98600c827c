import type { Locale } from '../../language/locales.ts'
import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import type { SignatureReport } from '../../signatures/verify/findings.ts'
import { Facts } from '../../ui/facts.tsx'
import { Hash } from '../../ui/hash.tsx'
import { Status } from '../../ui/status.tsx'
import { say, shown } from '../sentences.ts'
import { timeText, voiceOf } from '../voice.ts'
import { SaidList, tones } from './said.tsx'

export type ResultReader = { t: Catalogue; locale: Locale; zone: string | null }

/** Signatories first, in the order of signing; the installation's own seal and time-stamps after them. */
export function Signatures({ signatures, ...reader }: ResultReader & { signatures: SignatureReport[] }) {
  const words = reader.t.verification.who
  const people = signatures.filter(({ kind }) => kind === 'signature')
  const others = signatures.filter(({ kind }) => kind !== 'signature')
  return (
    <section class="stack" aria-labelledby="who">
      <h2 id="who">{words.title}</h2>
      {signatures.length === 0 ? <p>{words.none}</p> : null}
      <ol role="list" class="signatures">
        {[...people, ...others].map((signature) => (
          <li>
            <OneSignature signature={signature} {...reader} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function OneSignature({ signature, t, locale, zone }: ResultReader & { signature: SignatureReport }) {
  const words = t.verification.who
  const { holder, kind, level, timeStamp, root, certificate, claimed } = signature
  const voice = voiceOf(t.verification, locale, zone)
  return (
    <article class="card">
      <p class="card-kicker">{words[kind]}</p>
      <h3>{(holder && shown(holder.commonName)) || words.unnamed}</h3>
      <p>
        <Status tone={tones[level]}>{t.verification.verdicts[level].word}</Status>
      </p>
      {level === 'fails' ? <p>{words.invalid}</p> : null}
      <Facts
        items={[
          { term: words.organisation, value: holder?.organisation && shown(holder.organisation) },
          { term: words.office, value: holder?.title && shown(holder.title) },
          {
            term: words.at,
            value: timeStamp ? <Time at={timeStamp.at} locale={locale} zone={zone} /> : words.atUnknown,
          },
          { term: words.stampedBy, value: timeStamp && stampedBy(timeStamp, t) },
          { term: words.root, value: root && shown(root.commonName) },
        ]}
      />
      <details open={level === 'fails'}>
        <summary>{words.findings}</summary>
        <SaidList t={t} said={signature.findings.map((finding) => say(finding, voice))} />
        {claimed.reason ? (
          <p class="small soft">
            {words.reason}: {shown(claimed.reason)}
          </p>
        ) : null}
        {certificate ? (
          <p class="small soft">
            {words.certificate}: <Hash value={certificate.sha256} />
          </p>
        ) : null}
      </details>
      {signature.evidence ? (
        <details>
          <summary>{words.evidence}</summary>
          <pre translate="no">{evidenceText(signature.evidence)}</pre>
        </details>
      ) : null}
    </article>
  )
}

const stampedBy = ({ service, trial }: NonNullable<SignatureReport['timeStamp']>, t: Catalogue) => {
  const name = shown(service.commonName)
  return trial ? t.verification.who.trialService({ service: name }) : name
}

const Time = ({ at, locale, zone }: { at: Date; locale: Locale; zone: string | null }) => (
  <time datetime={at.toISOString()}>{timeText(at, locale, zone)}</time>
)

const MAX_LINES = 200

/** As the signer wrote it, and as text: line by line, so that nothing in one line can disguise another. */
const evidenceText = (evidence: unknown): string =>
  JSON.stringify(evidence, null, 2)
    .split('\n')
    .slice(0, MAX_LINES)
    .map((line) => /^ */.exec(line)?.[0] + shown(line, 500))
    .join('\n')
