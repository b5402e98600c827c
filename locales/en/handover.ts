export const handover = {
  title: 'Handover',
}
