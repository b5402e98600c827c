import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** What a chain is about: one agreement, one organisation, one account … */
export type Subject = { kind: string; id: string }

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }
export type Facts = { [key: string]: Json }

/** By which door an act came in. */
export type Via = 'session' | 'token' | 'system' | 'command-line'

/**
 * One link of the chain, exactly as it is hashed. No personal data stands in it: who acted, and whatever else names
 * somebody, is present as a commitment only (name → hex).
 */
export type ActivityRecord = {
  id: string
  subject: Subject
  seq: number
  /** ISO 8601 in UTC, milliseconds. */
  at: string
  verb: string
  actor: { organisation: string | null; via: Via }
  facts: Facts
  commitments: Record<string, string>
  /** The hash of the record before, in hex; 64 zeros for the first. */
  previous: string
}

/** A record together with the hash that was stored for it (hex). */
export type Link = { record: ActivityRecord; hash: string }

/** What a commitment was made from. Delete it, and the commitment says nothing any more. */
export type Opening = { salt: Uint8Array; value: string }

/** What the first record names as the one before it. */
export const genesis = '0'.repeat(64)

/** The commitment to the person who acted has this name; callers cannot use it for anything else. */
export const actorName = 'actor'

/**
 * SHA-256 over a domain tag and the canonical JSON (RFC 8785) of the record, in hex. The tag keeps a record's hash from
 * being passed off as the hash of something else, and lets a later version of the format differ.
 * @throws Error for text that is not well-formed Unicode: no two programs agree on its bytes.
 */
export function hashOf(record: ActivityRecord): string {
  return createHash('sha256')
    .update('musubi/activity/v1\0')
    .update(String(canonicalize(record)))
    .digest('hex')
}

/** Commits to a named value; with its 128 random bits the salt keeps short values (a name, an address) from being guessed. */
export function commitmentTo(name: string, { salt, value }: Opening): string {
  return createHash('sha256')
    .update('musubi/activity-value/v1\0')
    .update(salt)
    .update(`${name}\0${value}`)
    .digest('hex')
}
