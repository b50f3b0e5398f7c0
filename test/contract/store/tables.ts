/** Every table of the schema. */
const TABLES = [
  'customers',
  'conversations',
  'messages',
  'dedupe_keys',
  'turn_labels',
  'candidate_sightings',
  'candidates',
  'turns',
  'conversation_events',
  'escalations',
  'escalation_reasons',
  'promises',
  'promise_verdicts',
  'treatments',
  'goodwill_months',
  'surveys',
  'responses',
  'trust_events',
  'agents',
  'presences',
  'reads',
  'sessions',
  'sign_in_links',
  'models',
  'gap_models',
  'model_services',
  'notes',
  'outbox',
  'channel_references',
  'files',
  'release_budgets',
  'release_spends',
  'releases',
  'settings',
  'audit',
  'agent_chats',
  'agent_chat_links',
  'agent_threads',
]

/**
 * Empties a PostgreSQL database, whatever refers to what. Not by `truncate`, which makes new files for every table and
 * index: with a few rows in a few tables that takes twenty times as long.
 */
export const EMPTY_ALL = [
  'begin',
  'set local session_replication_role = replica',
  ...TABLES.map((table) => `delete from ${table}`),
  'commit',
].join('; ')
