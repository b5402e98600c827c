import { displaySafe, truncate } from '../../language/displaySafe.ts'

export type FailureCode =
  | 'unreachable'
  | 'connection-lost'
  | 'timeout'
  | 'tls'
  | 'authentication'
  | 'sender-refused'
  | 'refused-for-now'
  | 'recipient-refused'
  | 'message-refused'
  | 'unexpected'

export type DeliveryFailure = {
  failed: FailureCode
  /** The server's three-digit reply, where it gave one. */
  status: number | null
  /** In the server's words; may hold the address, so it is never logged. */
  detail: string
  /** The answer to this very mail: trying again would get the same. */
  final: boolean
}

const byCode: Record<string, FailureCode> = {
  EDNS: 'unreachable',
  EPROXY: 'unreachable',
  ETIMEDOUT: 'timeout',
  EABORT: 'timeout',
  ETLS: 'tls',
  EREQUIRETLS: 'tls',
  EAUTH: 'authentication',
  ENOAUTH: 'authentication',
  ECONNECTION: 'connection-lost',
  ESOCKET: 'connection-lost',
  EPROTOCOL: 'connection-lost',
}

/**
 * Reads what nodemailer throws. A wrong password or a sender that the server does not accept is our setting, which
 * somebody may mend: those mails are tried again. Only a 5xx to the recipient or the message is final (RFC 5321, 4.2.1).
 */
export function failureOf(error: unknown): DeliveryFailure {
  const { code = '', command = '', syscall, responseCode, response, message } = fieldsOf(error)
  const status = responseCode ?? null
  // nodemailer puts a refused and a broken connection under the same codes; the system call tells them apart.
  const failed = syscall === 'connect' ? 'unreachable' : codeOf(code, command, status)
  return {
    failed,
    status,
    detail: truncate(displaySafe(response ?? message), 300),
    final: failed === 'recipient-refused' || failed === 'message-refused',
  }
}

function codeOf(code: string, command: string, status: number | null): FailureCode {
  if (status === 421) return 'refused-for-now'
  if (code === 'EENVELOPE' || code === 'EMESSAGE') {
    // 503 says that the conversation was out of step, not that the mail is unwanted.
    if (status === null || status < 500 || status === 503) return 'refused-for-now'
    if (command === 'MAIL FROM' || status === 530) return 'sender-refused'
    return command === 'RCPT TO' ? 'recipient-refused' : 'message-refused'
  }
  return byCode[code] ?? 'unexpected'
}

type Thrown = {
  code?: string
  command?: string
  syscall?: string
  responseCode?: number
  response?: string
  message: string
}

function fieldsOf(error: unknown): Thrown {
  return error instanceof Error ? error : { message: String(error) }
}
