export const subjectOf = (clusterId: string) => ({ kind: 'cluster', id: clusterId })
