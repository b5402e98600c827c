export const ceremonies = {
  title: 'Ceremonies',
}
