export const erasure = {
  title: 'Erase my data',
  nobody: 'Erased at their own request',
  lede: 'Your account and what names you are erased at once. Nobody can take this back, not even the operator.',
  goes: {
    title: 'What is erased',
    items: [
      'Your name, mail address, offices, and how you sign in (links, passkeys, tokens, sessions)',
      'Your name and your part in the record of what was done; the record stays whole and says “erased” there',
      'Mails to you, mails you sent to an office’s address here, saved searches and your calendar address',
      'You as contact person in profiles of members, where your address stands',
    ],
  },
  stays: {
    title: 'What stays, and why',
    items: [
      'Documents you signed, with your name in them: the parties keep them as evidence (GDPR, article 17(3)(e))',
      'Registrations for events: their organisers keep them as they told you; the personal address in your confirmation cancels them',
      'What others wrote by hand, as in notes of a meeting: ask the office that wrote it',
    ],
  },
  address: 'Your mail address, to confirm',
  addressHint: (p: { address: string }) => `Type ${p.address}`,
  erase: 'Erase my data for good',
  back: 'Back to the account',
  done: {
    title: 'Your data is erased',
    body: 'You are signed out everywhere, and no mail will come any more. Thank you for what you did here.',
    home: 'To the first page',
  },
  refusals: {
    'not-signed-in': 'This account is erased already, or has no address.',
    'address-differs': 'This is not the address of your account.',
    'hand-over-first':
      'You still act for an organisation as manager, coordinator, signatory or operator. Hand over first, which ends these roles, or ask a manager to end them; then nothing lies with somebody who is gone.',
  },
  short: 'Erase my data …',
}
