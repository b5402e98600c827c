import type { z } from 'zod'
import type { TokenScope } from '../accounts/tokenScopes.ts'
import type { Web } from '../web/env.ts'

/** What an operation is asked: the address's parts, the query and the body, each as its schema made it. */
export type Asked<Query, Body> = { c: Web; params: Record<string, string>; query: Query; body: Body }

/** What an operation answers with: JSON, a file as it is, or why not. Null: there is no such thing, or not for this asker. */
export type Answer = object | Response | { refused: string } | null

/** The room of the reference page; which rooms tokens are made for is `accounts/tokenScopes.ts`. */
export type Tag =
  | 'agreements'
  | 'events'
  | 'ceremonies'
  | 'press'
  | 'exchange'
  | 'members'
  | 'impact'
  | 'verification'
  | 'organisations'
  | 'account'

export type MediaType = 'application/pdf' | 'application/jsonl'

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
  tag: Tag
  /** One sentence; the second, if there is one, says what surprises. English, as is the whole document. */
  summary: string
  /** What a token must have been made for; `public`: nobody need show one; `any`: any token will do. */
  needs: TokenScope | 'public' | 'any'
  query?: z.ZodObject
  /** The schema of a JSON body, or the media type of a file. */
  body?: z.ZodType | MediaType
  /** Shape of a successful answer, or the media type of a file. */
  answers: z.ZodType | MediaType
  /** 201 where something new has an address afterwards. */
  status?: 200 | 201
  /** Codes of the refusals of this act alone; what every operation may answer is not repeated. */
  refusals?: readonly string[]
  run(asked: Asked<never, never>): Promise<Answer>
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

/** Ties the types of query and body to their schemas; the table holds operations of many kinds. */
export const operation = <
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | MediaType | undefined = undefined,
>(
  it: Omit<Operation, 'query' | 'body' | 'run'> & {
    query?: Query
    body?: Body
    run(asked: Asked<Parsed<Query>, Parsed<Body>>): Promise<Answer>
  },
): Operation => it as unknown as Operation

type RefusalOf<Verb> = Verb extends (...given: never[]) => Promise<infer Outcome>
  ? Extract<Outcome, { refused: string }>['refused']
  : never

/** The codes a verb refuses with, spelled out for the document. One that is missing, or that the verb does not know, does not compile. */
export const refusalsOf = <Verb>(codes: Record<RefusalOf<Verb>, true>): string[] => Object.keys(codes)
