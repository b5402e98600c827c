import type { z } from 'zod'
import type { TokenScope } from '../accounts/tokenScopes.ts'
import type { Web } from '../web/env.ts'

/** What an operation is asked: the address's parts, the query and the body, each as its schema made it. */
export type Asked<Query, Body> = { c: Web; params: Record<string, string>; query: Query; body: Body }

/** What an operation answers with: JSON, a file as it is, or why not. Null: there is no such thing, or not for this asker. */
export type Answer = object | Response | { refused: string } | null

/**
 * One operation of the API. The table of them (`operations.ts`) is the only place where they stand: routes, the OpenAPI document and the
 * reference page are made from it.
 */
export type Operation = {
  /** Unique, in camel case; programs generated from the document are named by it. */
  id: string
  method: 'get' | 'post' | 'put' | 'delete'
  /** Below `/api/v1`, with `{parameters}`. */
  path: string
  tag: 'agreements' | 'organisations' | 'verification' | 'account'
  summary: string
  /** What a token must have been made for; `public`: nobody need show one; `any`: any token will do. */
  needs: TokenScope | 'public' | 'any'
  query?: z.ZodObject
  body?: z.ZodType
  /** Shape of a successful answer, or the media type of a file. */
  answers: z.ZodType | 'application/pdf' | 'application/jsonl'
  /** 201 where something new has an address afterwards. */
  status?: 200 | 201
  run(asked: Asked<never, never>): Promise<Answer>
}

/** Ties the types of query and body to their schemas; the table holds operations of many kinds. */
export const operation = <Query extends z.ZodObject = z.ZodObject, Body extends z.ZodType = z.ZodType>(
  it: Omit<Operation, 'query' | 'body' | 'run'> & {
    query?: Query
    body?: Body
    run(asked: Asked<z.output<Query>, z.output<Body>>): Promise<Answer>
  },
): Operation => it
