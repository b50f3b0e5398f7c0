/** Every table of the schema, for emptying them in one statement. */
const TABLES = [
  'customers',
  'conversations',
  'messages',
  'dedupe_keys',
  'turn_labels',
  'turns',
  'conversation_events',
  'escalations',
  'escalation_reasons',
  'surveys',
  'responses',
  'trust_events',
  'agents',
  'presences',
  'sessions',
  'sign_in_links',
  'models',
  'gap_models',
  'outbox',
  'channel_references',
  'files',
  'settings',
  'audit',
]

export const TRUNCATE_ALL = `truncate ${TABLES.join(', ')} restart identity`
