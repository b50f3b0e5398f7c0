export { type ClusterOptions, clusterMessages, type MessageCluster, type UncoveredMessage } from './cluster-messages.ts'
