import { z } from 'zod'
import type { Locale } from '../language/locales.ts'
import type { Catalogue } from '../platform/i18n/catalogue.ts'
import { Facts } from '../ui/facts.tsx'
import { API, parametersIn } from './document.ts'
import type { Operation } from './operation.ts'

type Props = { t: Catalogue; locale: Locale; operations: readonly Operation[]; origin: string }

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
        <p>{words.errors}</p>
        <p>{words.retries}</p>
        {locale === 'en' ? null : <p class="soft">{words.inEnglish}</p>}
        <p>
          <a href={`${API}/openapi.json`}>{words.document}</a>
        </p>
      </div>
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

function Entry({ t, locale, operation, origin }: Omit<Props, 'operations'> & { operation: Operation }) {
  const { id, method, path, summary, needs, answers } = operation
  const words = t.api
  return (
    <section class="stack columns" aria-labelledby={id}>
      <div class="stack">
        <h3 id={id}>
          <code>
            {method.toUpperCase()} {path}
          </code>
        </h3>
        <p>{summary}</p>
        <div lang={locale}>
          <Facts
            items={[
              {
                term: words.needs,
                value: needs === 'public' ? words.public : needs === 'any' ? words.anyToken : <code>{needs}</code>,
              },
              {
                term: words.parameters,
                value: list([...parametersIn(path), ...Object.keys(operation.query?.shape ?? {})]),
              },
              {
                term: words.answer,
                value:
                  typeof answers === 'string' ? (
                    <code>{answers}</code>
                  ) : (
                    <code>{String(operation.status ?? 200)} application/json</code>
                  ),
              },
            ]}
          />
        </div>
      </div>
      <div class="stack">
        <pre tabindex={0}>
          <code>{exampleOf(operation, origin)}</code>
        </pre>
        {operation.body ? <Shape word={words.body} schema={operation.body} /> : null}
        {typeof answers === 'string' ? null : <Shape word={words.answer} schema={answers} />}
      </div>
    </section>
  )
}

const list = (names: string[]) =>
  names.length > 0 ? names.map((name, index) => [index > 0 ? ' ' : '', <code>{name}</code>]) : null

function Shape({ word, schema }: { word: string; schema: z.ZodType }) {
  const { $schema: _, ...shown } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Record<
    string,
    unknown
  >
  return (
    <details>
      <summary>{word}</summary>
      <pre tabindex={0}>
        <code>{JSON.stringify(shown, null, 2)}</code>
      </pre>
    </details>
  )
}

/** A line for a terminal. */
function exampleOf({ id, method, path, needs, body }: Operation, origin: string): string {
  const lines = [`curl ${origin}${API}${path.replaceAll('{reference}', '7K3F-9QX2')}`]
  if (method !== 'get') lines.push(`-X ${method.toUpperCase()}`)
  if (needs !== 'public') lines.push('-H "Authorization: Bearer $TOKEN"')
  if (body) lines.push('-H "Content-Type: application/json"', '-d @body.json')
  if (id === 'verifyFile') lines.push('-H "Content-Type: application/pdf"', '--data-binary @mou.pdf')
  return lines.join(' \\\n  ')
}
