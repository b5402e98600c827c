export const needs = {
  title: 'Needs and offers',
}
