import type { z } from 'zod'
import type { Locale } from '../language/locales.ts'
import type { Catalogue } from '../platform/i18n/catalogue.ts'
import { Facts } from '../ui/facts.tsx'
import { Table } from '../ui/table.tsx'
import { API, parametersIn, refusalsIn, schemaOf } from './document.ts'
import { exampleOf } from './examples.ts'
import type { Operation } from './operation.ts'
import { sentenceOf } from './refusing.ts'

type Props = { t: Catalogue; locale: Locale; operations: readonly Operation[]; origin: string }
type EntryProps = Omit<Props, 'operations'> & { operation: Operation }

/** What there is, operation by operation; the descriptions are English, as in the OpenAPI document. */
export function ReferencePage({ t, locale, operations, origin }: Props) {
  const words = t.api
  const tags = [...new Set(operations.map(({ tag }) => tag))]
  return (
    <article class="stack-wide">
      <div class="stack">
        <h1>{words.title}</h1>
        <p class="lede">{words.lede}</p>
        <p>{words.tokens}</p>
        <p>{withCode(words.errors)}</p>
        <p>{words.retries}</p>
        {locale === 'en' ? null : <p class="soft">{words.inEnglish}</p>}
        <p>
          <a href={`${API}/openapi.json`}>{words.document}</a>
        </p>
        <p class="soft">{words.always}</p>
      </div>
      <Contents t={t} operations={operations} />
      {tags.map((tag) => (
        <section class="stack-wide" aria-labelledby={tag} lang="en">
          <h2 id={tag}>{tag}</h2>
          {operations
            .filter((operation) => operation.tag === tag)
            .map((operation) => (
              <Entry t={t} locale={locale} operation={operation} origin={origin} />
            ))}
        </section>
      ))}
    </article>
  )
}

const Contents = ({ t, operations }: Pick<Props, 't' | 'operations'>) => (
  <nav class="stack" aria-labelledby="operations">
    <h2 id="operations">{t.api.operations}</h2>
    <ul>
      {operations.map(({ id, method, path }) => (
        <li>
          <a href={`#${id}`}>
            <code>{addressOf({ method, path })}</code>
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

const addressOf = ({ method, path }: Pick<Operation, 'method' | 'path'>) => `${method.toUpperCase()} ${path}`

/** A sentence with the words of programs in it, which stand between backticks. */
const withCode = (sentence: string) =>
  sentence.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))

/** What it does on the left, what it looks like on the right. */
function Entry(props: EntryProps) {
  const { t, operation } = props
  const { id, method, path, summary, body, answers } = operation
  return (
    <section class="stack columns" aria-labelledby={id}>
      <div class="stack">
        <h3 id={id}>
          <code>{addressOf({ method, path })}</code>
        </h3>
        <p>{withCode(summary)}</p>
        <Needs {...props} />
        <Refusals {...props} />
        {typeof body === 'object' ? <Schema word={t.api.bodySchema} schema={body} io="input" /> : null}
        {typeof answers === 'object' ? <Schema word={t.api.answerSchema} schema={answers} io="output" /> : null}
      </div>
      <div class="stack">
        <Code text={requestOf(props)} />
        {typeof answers === 'object' ? <Code text={pretty(exampleOf(answers, 'output'))} /> : null}
      </div>
    </section>
  )
}

function Needs({ t, locale, operation }: EntryProps) {
  const { needs, path, query, answers, status = 200 } = operation
  const words = t.api
  const parameters = [...parametersIn(path), ...Object.keys(query?.shape ?? {})]
  return (
    <div lang={locale}>
      <Facts
        items={[
          {
            term: words.needs,
            value: needs === 'public' ? words.public : needs === 'any' ? words.anyToken : <code>{needs}</code>,
          },
          {
            term: words.parameters,
            value: parameters.length > 0 ? parameters.map((name) => <code>{name} </code>) : null,
          },
          {
            term: words.answer,
            value: (
              <code>
                {status} {typeof answers === 'string' ? answers : 'application/json'}
              </code>
            ),
          },
        ]}
      />
    </div>
  )
}

/** Those of this act alone, each with the sentence that comes with it. */
function Refusals({ t, locale, operation }: EntryProps) {
  const words = t.api
  const own = refusalsIn(operation).filter((refusal) => refusal.own)
  if (own.length === 0) return null
  return (
    <div lang={locale}>
      <Table
        caption={words.refusals}
        columns={[{ label: words.code }, { label: words.status }, { label: words.meaning }]}
        rows={own.map(({ code, status }) => [
          <code>{code}</code>,
          String(status),
          sentenceOf(t, operation.tag, code) ?? '',
        ])}
      />
    </div>
  )
}

const pretty = (value: unknown) => JSON.stringify(value, null, 2)

const Code = ({ text }: { text: string }) => (
  <pre tabindex={0}>
    <code>{text}</code>
  </pre>
)

const Schema = ({ word, schema, io }: { word: string; schema: z.ZodType; io: 'input' | 'output' }) => (
  <details>
    <summary>{word}</summary>
    <Code text={pretty(schemaOf(schema, io))} />
  </details>
)

const examples: Record<string, string> = {
  reference: '7K3F-9QX2',
  revision: '7',
  slug: 'life-science-nord',
  template: 'mou',
}
const someId = '01939b1e-6c00-7000-8000-0123456789ab'

/** A line for a terminal. An apostrophe in the body is written as the shell wants it. */
function requestOf({ operation: { method, path, needs, body }, origin }: EntryProps): string {
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => examples[name] ?? someId)
  const lines = [`curl ${origin}${API}${address}`]
  if (method !== 'get') lines.push(`-X ${method.toUpperCase()}`)
  if (needs !== 'public') lines.push('-H "Authorization: Bearer $TOKEN"')
  if (typeof body === 'string') lines.push(`-H "Content-Type: ${body}"`, '--data-binary @mou.pdf')
  if (typeof body === 'object')
    lines.push(
      '-H "Content-Type: application/json"',
      `-d '${pretty(exampleOf(body, 'input')).replaceAll("'", `'\\''`)}'`,
    )
  return lines.join(' \\\n  ')
}
