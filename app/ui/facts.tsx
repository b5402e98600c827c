import type { Child } from 'hono/jsx'

/** Terms and what they are: parties, term, languages. Entries without a value are left out, so callers need no conditions. */
export function Facts({ items }: { items: { term: string; value: Child | null | undefined }[] }) {
  return (
    <dl class="facts">
      {items
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ term, value }) => (
          <div>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}
