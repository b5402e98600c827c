import type { Catalogue } from '../../platform/i18n/catalogue.ts'
import { Hash } from '../../ui/hash.tsx'

/** What no such page can prove, said as plainly as what it can. */
export function NotProven({ t }: { t: Catalogue }) {
  const { proves } = t.verification
  return (
    <section class="stack" aria-labelledby="limits">
      <h2 id="limits">{proves.title}</h2>
      <ul class="prose">
        {proves.items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </section>
  )
}

const PDFSIG = `certutil -N -d sql:trust --empty-password
certutil -A -d sql:trust -n musubi -t C,C,C -i root.pem
pdfsig -nssdir sql:trust agreement.pdf`

const OPENSSL = 'openssl x509 -in root.pem -noout -fingerprint -sha256'

/** How to come to the same result without this server. */
export function CheckYourself({ t, rootFingerprint }: { t: Catalogue; rootFingerprint: string }) {
  const { yourself } = t.verification
  return (
    <section class="stack" aria-labelledby="yourself">
      <h2 id="yourself">{yourself.title}</h2>
      <p>{yourself.body}</p>
      <ul>
        <li>
          <a href="/pki/root.pem">{yourself.root}</a>
          <br />
          <Hash value={rootFingerprint} />
        </li>
        <li>
          <a href="/pki/revoked.crl">{yourself.list}</a>
        </li>
      </ul>
      <p>{yourself.openssl}</p>
      <pre lang="zxx" translate="no">
        {OPENSSL}
      </pre>
      <p>{yourself.pdfsig}</p>
      <pre lang="zxx" translate="no">
        {PDFSIG}
      </pre>
    </section>
  )
}
