import { z } from 'zod'

/** The parts of JSON Schema that our shapes come out as. */
type Schema = {
  examples?: unknown[]
  const?: unknown
  default?: unknown
  enum?: unknown[]
  type?: string | string[]
  anyOf?: Schema[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  minimum?: number
}

/** An example of what a schema asks for (`input`) or describes (`output`), put together from the examples of its parts. */
export const exampleOf = (schema: z.ZodType, io: 'input' | 'output'): unknown =>
  made(z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Schema)

function made(schema: Schema): unknown {
  const { examples, properties, items, anyOf } = schema
  if (examples && examples.length > 0) return examples[0]
  if ('const' in schema) return schema.const
  if (schema.enum) return schema.enum[0]
  // Of something or nothing, something tells more.
  if (anyOf) return made(anyOf.find(({ type }) => type !== 'null') ?? {})
  if (properties) return Object.fromEntries(Object.entries(properties).map(([name, part]) => [name, made(part)]))
  if (items) return [made(items)]
  return simple(schema)
}

function simple({ type: types, minimum }: Schema): unknown {
  const type = Array.isArray(types) ? types[0] : types
  if (type === 'integer' || type === 'number') return minimum && minimum > 0 ? minimum : 1
  if (type === 'boolean') return true
  if (type === 'array') return []
  return type === 'object' ? {} : '…'
}
