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
  'promises',
  'surveys',
  'responses',
  'trust_events',
  'agents',
  'presences',
  'sessions',
  'sign_in_links',
  'models',
  'gap_models',
  'notes',
  'outbox',
  'channel_references',
  'settings',
  'audit',
]

export const TRUNCATE_ALL = `truncate ${TABLES.join(', ')} restart identity`
