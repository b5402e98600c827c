export const contacts = {
  title: 'Contact log',
}
