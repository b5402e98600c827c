import { createHash } from 'node:crypto'
import { type AddressObject, type EmailAddress, type ParsedMail, simpleParser } from 'mailparser'

/** A mail as far as an entry of the log needs it. */
export type ReadMail = {
  key: string
  /** In lower case; as the mail claims. */
  sender: string
  counterpart: string
  people: string | null
  subject: string
  body: string
  files: string[]
  sentAt: Date | null
}

const LONGEST = { subject: 200, counterpart: 200, people: 400, body: 8000 }
const MOST_FILES = 20

/** Automatic answers, and mails about mails: whoever takes them in talks to machines. */
export const isAutomatic = ({ headers }: Pick<ParsedMail, 'headers'>): boolean => {
  const submitted = headers.get('auto-submitted')
  return (typeof submitted === 'string' && !/^no\b/i.test(submitted)) || headers.has('x-auto-response-suppress')
}

/**
 * Reads a mail. `isOurs` says of an address in lower case whether it is a colleague's or ours: the others are who was met. Null for what
 * machines send to machines.
 */
export async function readMail(raw: Uint8Array, isOurs: (address: string) => boolean): Promise<ReadMail | null> {
  const mail = await simpleParser(Buffer.from(raw), { skipImageLinks: true, skipTextToHtml: true })
  if (isAutomatic(mail)) return null
  const text = plain(mail.text ?? '')
  const [sender] = addressesIn(mail.from)
  const others = [sender, ...addressesIn(mail.to), ...addressesIn(mail.cc), forwardedFrom(text)].flatMap((one) =>
    one?.address && !isOurs(one.address.toLowerCase()) ? [one] : [],
  )
  const people = [...new Set(others.map(nameOf))]
  return {
    key: mail.messageId?.slice(0, 300) || createHash('sha256').update(raw).digest('base64url'),
    sender: sender?.address?.toLowerCase().slice(0, 320) ?? '',
    counterpart: cut(houseOf(others[0]) ?? '–', LONGEST.counterpart),
    people: people.length > 0 ? cut(people.join(', '), LONGEST.people) : null,
    subject: cut(
      plain(mail.subject ?? '')
        .replace(PREFIXES, '')
        .trim(),
      LONGEST.subject,
    ),
    body: cut(text.trim(), LONGEST.body),
    files: mail.attachments.slice(0, MOST_FILES).map(({ filename }) => cut(plain(filename ?? '?'), 200)),
    sentAt: mail.date ?? null,
  }
}

/** Answers and forwards in the languages of offices. */
const PREFIXES = /^(?:\s*(?:re|fwd?|aw|wg|tr|rif|i|r|転送|返信)\s*[:：])+\s*/i

/** The sender of a forwarded mail, as mail programs write it into the text. */
const FORWARDED =
  /^[>\s]*(?:from|von|de|da|差出人|送信者)\s*[:：]\s*(.*?)\s*[<＜[]?([^\s<>＜＞[\]"]+@[^\s<>＜＞[\]"]+)[>＞\]]?\s*$/im

function forwardedFrom(text: string): { name: string; address: string } | undefined {
  const [, name, address] = FORWARDED.exec(text) ?? []
  return address ? { name: (name ?? '').replaceAll('"', '').trim(), address } : undefined
}

type Named = Pick<EmailAddress, 'name' | 'address'>

function addressesIn(field: AddressObject | AddressObject[] | undefined): Named[] {
  const fields = field ? [field].flat() : []
  return fields.flatMap(({ value }) => value.flatMap((one) => one.group ?? [one]))
}

const nameOf = ({ name, address }: Named): string => plain(name || address || '')

/** Whose house a mail is from: what stands behind the @ tells it better than a person's name. */
const houseOf = (one: Named | undefined): string | undefined => one?.address?.split('@').at(-1)?.toLowerCase()

/** Without characters that are never meant; line ends as ours. */
const plain = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    // oxlint-disable-next-line no-control-regex -- these are the very characters to drop
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g, '')
    .toWellFormed()

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)
