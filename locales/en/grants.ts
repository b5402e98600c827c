export const grants = {
  title: 'What is open',
}
