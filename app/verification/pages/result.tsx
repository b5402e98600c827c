import { ButtonLink } from '../../ui/button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Hash } from '../../ui/hash.tsx'
import type { Result } from '../result.ts'
import { say } from '../sentences.ts'
import { voiceOf } from '../voice.ts'
import { CheckYourself, NotProven } from './limits.tsx'
import { RecordSection } from './record.tsx'
import { SaidList } from './said.tsx'
import { type ResultReader, Signatures } from './signatures.tsx'
import { Verdict } from './verdict.tsx'

type Props = ResultReader & {
  result: Result
  title: string
  titleLang?: string | undefined
  /** Where the agreement can be read, if it is open to this reader. */
  agreementHref: string | null
  /** SHA-256 of the installation's root, in hexadecimal. */
  rootFingerprint: string
}

/** One file, in words: the answer, who signed, the document, the record, and the limits of all this. */
export function ResultView({ result, title, titleLang, agreementHref, rootFingerprint, ...reader }: Props) {
  const { t, locale } = reader
  return (
    <div class="stack-wide">
      <header class="stack">
        <h1 lang={titleLang}>{title}</h1>
        <Verdict judgement={result.judgement} t={t} />
      </header>
      <Signatures signatures={result.file.signatures} {...reader} />
      <DocumentSection result={result} agreementHref={agreementHref} {...reader} />
      <RecordSection result={result} {...reader} />
      <NotProven t={t} />
      <CheckYourself t={t} rootFingerprint={rootFingerprint} />
      <div>
        <ButtonLink href={`/${locale}/verify`}>{t.verification.yourself.another}</ButtonLink>
      </div>
    </div>
  )
}

function DocumentSection({
  result,
  agreementHref,
  t,
  locale,
  zone,
}: ResultReader & { result: Result; agreementHref: string | null }) {
  const words = t.verification.document
  const { file, agreement, revision } = result
  const voice = voiceOf(t.verification, locale, zone)
  return (
    <section class="stack" aria-labelledby="document">
      <h2 id="document">{words.title}</h2>
      <SaidList t={t} said={file.findings.map((finding) => say(finding, voice))} />
      {agreement ? null : <p>{words.notOurs}</p>}
      <Facts
        items={[
          {
            term: words.agreement,
            value:
              agreement &&
              (agreementHref ? (
                <>
                  {agreement.reference} · <a href={agreementHref}>{words.openAgreement}</a>
                </>
              ) : (
                agreement.reference
              )),
          },
          { term: words.revision, value: agreement && words.revisions[revision] },
          { term: words.sha256, value: <Hash value={file.sha256} /> },
          { term: words.pages, value: file.pages },
          { term: words.size, value: words.bytes({ count: voice.number(file.length) }) },
        ]}
      />
    </section>
  )
}
