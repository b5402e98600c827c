import type { Catalogue } from '../en.ts'

export const agreements: Catalogue['agreements'] = {
  grounds: {
    office: 'en vertu de ses fonctions',
    'board-decision': 'en vertu d’une décision de l’organe de direction',
    delegation: 'en vertu d’une délégation',
  },
  kinds: {
    memorandum: 'Protocole d’accord',
    'letter-of-intent': 'Lettre d’intention',
    'non-disclosure': 'Accord de confidentialité',
    cooperation: 'Accord de coopération',
  },
  standings: {
    drafting: 'En rédaction',
    approving: 'En approbation',
    preparing: 'Document en préparation',
    signing: 'En signature',
    'in-force': 'En vigueur',
    ended: 'Terminé',
  },
  mails: {
    invitation: {
      subject: (p) => `À signer : ${p.title}`,
      greeting: (p) => `Bonjour ${p.name},`,
      body: (p) =>
        `Toutes les parties ont approuvé le texte de « ${p.title} ». Il vous revient de le signer au nom de ${p.organisation}. Le lien ci-dessous est personnel : il vous montre le document exact. Avant votre consentement, un code à six chiffres sera envoyé à cette adresse.`,
      action: 'Lire et signer',
      footer: (p) =>
        `Accord ${p.reference}. Si vous n’attendiez pas ce message, ne faites rien : ouvrir le lien ne signe rien.`,
    },
    code: {
      subject: (p) => `${p.code} est votre code de consentement`,
      greeting: (p) => `Bonjour ${p.name},`,
      body: (p) => `Votre code pour « ${p.title} » est ${p.code}. Il est valable 15 minutes et pour ce seul document.`,
      footer:
        'Ne transmettez jamais ce code. Personne, ni chez Musubi ni chez les autres parties, ne vous le demandera.',
    },
    inForce: {
      subject: (p) => `Signé par toutes les parties : ${p.title}`,
      greeting: (p) => `Bonjour ${p.name},`,
      body: (p) =>
        `La dernière signature a été apposée. « ${p.title} » est en vigueur jusqu’au ${p.until}. Le document signé et sa vérification se trouvent sur la page de l’accord.`,
      action: 'Ouvrir l’accord',
      footer: (p) => `Accord ${p.reference}`,
    },
  },
}
