import type { Tx } from '../../platform/db/tables.ts'

/** Short names for many new organisations at once, none of them taken. */
export async function slugsFor(tx: Tx, names: readonly string[]): Promise<string[]> {
  const rows = names.length > 0 ? await tx.selectFrom('organisation').select('slug').execute() : []
  const taken = new Set(rows.map(({ slug }) => slug))
  const last = new Map<string, number>()
  return names.map((name) => {
    const base = latinOf(name) || 'member'
    let number = last.get(base) ?? 1
    let slug = base
    while (taken.has(slug)) slug = `${base}-${++number}`
    last.set(base, number)
    taken.add(slug)
    return slug
  })
}

const latinOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 50)
    .replace(/-$/, '')
