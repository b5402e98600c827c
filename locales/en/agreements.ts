export const agreements = {
  grounds: {
    office: 'by virtue of office',
    'board-decision': 'by decision of the board',
    delegation: 'by delegation',
  },
  kinds: {
    memorandum: 'Memorandum of understanding',
    'letter-of-intent': 'Letter of intent',
    'non-disclosure': 'Non-disclosure agreement',
    cooperation: 'Cooperation agreement',
  },
  standings: {
    drafting: 'Being drafted',
    approving: 'Being approved',
    preparing: 'Document being made',
    signing: 'Being signed',
    'in-force': 'In force',
    ended: 'Ended',
  },
  mails: {
    invitation: {
      subject: (p: { title: string }) => `For your signature: ${p.title}`,
      greeting: (p: { name: string }) => `Dear ${p.name},`,
      body: (p: { title: string; organisation: string }) =>
        `All parties have approved the text of “${p.title}”. You are named to sign it for ${p.organisation}. The link below is personal: it shows you the exact document. Before you consent, a six-digit code will be sent to this address.`,
      action: 'Read and sign',
      footer: (p: { reference: string }) =>
        `Agreement ${p.reference}. If you were not expecting this message, do nothing: nothing is signed by opening the link.`,
    },
    code: {
      subject: (p: { code: string }) => `${p.code} is your code for consenting`,
      greeting: (p: { name: string }) => `Dear ${p.name},`,
      body: (p: { code: string; title: string }) =>
        `Your code for “${p.title}” is ${p.code}. It is valid for 15 minutes and for this document only.`,
      footer: 'Never pass this code on. Nobody at Musubi or at the other parties will ask you for it.',
    },
    inForce: {
      subject: (p: { title: string }) => `Signed by all: ${p.title}`,
      greeting: (p: { name: string }) => `Dear ${p.name},`,
      body: (p: { title: string; until: string }) =>
        `The last signature has landed. “${p.title}” is in force until ${p.until}. The signed document and its verification are on the agreement’s page.`,
      action: 'Open the agreement',
      footer: (p: { reference: string }) => `Agreement ${p.reference}`,
    },
  },
}
