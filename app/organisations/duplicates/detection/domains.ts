/** Providers whose addresses say nothing about whose they are, and builders and shops under whose domain many firms live. */
const shared = new Set(
  'gmail.com googlemail.com outlook.com outlook.de outlook.it outlook.fr hotmail.com hotmail.it hotmail.fr hotmail.de live.com live.it live.fr live.de msn.com yahoo.com yahoo.co.jp yahoo.de yahoo.fr yahoo.it ymail.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.at gmx.ch gmx.com web.de t-online.de freenet.de arcor.de mail.de posteo.de mailbox.org libero.it virgilio.it alice.it tim.it tin.it tiscali.it fastwebnet.it aruba.it pec.it legalmail.it arubapec.it orange.fr wanadoo.fr free.fr sfr.fr laposte.net neuf.fr skynet.be telenet.be proximus.be scarlet.be voo.be docomo.ne.jp ezweb.ne.jp softbank.ne.jp i.softbank.jp nifty.com biglobe.ne.jp ocn.ne.jp so-net.ne.jp plala.or.jp au.com proton.me protonmail.com pm.me zoho.com yandex.com mail.com facebook.com linkedin.com instagram.com x.com twitter.com youtube.com xing.com wixsite.com wordpress.com blogspot.com jimdo.com jimdofree.com weebly.com sites.google.com google.com github.io amazon.com amazon.de amazon.it amazon.fr amazon.co.jp ebay.com etsy.com business.site paginegialle.it rakuten.co.jp'.split(
    ' ',
  ),
)

/** Second levels below which names are given out: demo.co.jp is a firm's, co.jp is nobody's. */
const registries = /^(?:co|or|ne|ac|go|ed|gr|com|org|net|gov|edu|asso|gouv)\.[a-z]{2}$/

/** The domain that somebody registered, `demo.example` of `www.shop.demo.example`; null for those shared by many. */
function ownDomain(host: string): string | null {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.').filter(Boolean)
  if (labels.length < 2 || labels.every((label) => /^\d+$/.test(label))) return null
  if (shared.has(labels.slice(-3).join('.'))) return null
  const two = labels.slice(-2).join('.')
  const own = registries.test(two) ? labels.slice(-3).join('.') : two
  return shared.has(own) || registries.test(own) ? null : own
}

export function domainOfSite(website: string | null): string | null {
  if (!website) return null
  const host = /^(?:[a-z]+:\/\/)?([^/?#:\s@]+)/i.exec(website.trim())?.[1]
  return host ? ownDomain(host) : null
}

export function domainOfMail(address: string | null): string | null {
  const host = address?.trim().split('@')[1]
  return host ? ownDomain(host) : null
}
