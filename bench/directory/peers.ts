import { create, insertMultiple, search } from '@orama/orama'
import MiniSearch from 'minisearch'
import { termsOf, wishesOf } from '../../app/exchange/search/analysing.ts'

export type Peer = {
  name: string
  load(texts: readonly string[]): Promise<void>
  /** The ten best, as places in the list that was loaded. */
  ask(query: string): Promise<number[]>
}

/** What our index is given, as one line: a repeated term stands as often as it counts. */
const asTerms = (text: string) =>
  [...termsOf(text)].flatMap(([term, count]) => Array<string>(Math.ceil(count)).fill(term)).join(' ')
const asWishes = (query: string) => [...new Set(wishesOf(query).flatMap(({ terms }) => terms))].join(' ')
const bySpaces = (text: string) => text.split(' ').filter(Boolean)

/** The same engines as they come, and with our terms. */
export const peers: Record<'minisearch' | 'orama', (withTerms: boolean) => Peer> = {
  minisearch(withTerms) {
    const engine = new MiniSearch<{ id: number; text: string }>({
      fields: ['text'],
      ...(withTerms ? { tokenize: bySpaces, processTerm: (term: string) => term } : {}),
    })
    return {
      name: `MiniSearch ${withTerms ? 'with our terms' : 'default'}`,
      load: async (texts) => engine.addAll(texts.map((text, id) => ({ id, text: withTerms ? asTerms(text) : text }))),
      ask: async (query) =>
        engine
          .search(withTerms ? asWishes(query) : query)
          .slice(0, 10)
          .map(({ id }) => Number(id)),
    }
  },
  orama(withTerms) {
    const tokenizer = {
      language: 'none',
      normalizationCache: new Map<string, string>(),
      tokenize: bySpaces,
    }
    const engine = create({ schema: { text: 'string' } as const, ...(withTerms ? { components: { tokenizer } } : {}) })
    return {
      name: `Orama ${withTerms ? 'with our terms' : 'default'}`,
      load: async (texts) => {
        const rows = texts.map((text, index) => ({ id: String(index), text: withTerms ? asTerms(text) : text }))
        await insertMultiple(engine, rows, 5000)
      },
      ask: async (query) => {
        const term = withTerms ? asWishes(query) : query
        const { hits } = await search(engine, { term, limit: 10, threshold: 1 })
        return hits.map(({ id }) => Number(id))
      },
    }
  },
}
