export const press = {
  title: 'Press',
}
