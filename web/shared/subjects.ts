/** Whom surveys rate, in the order in which pages say it. */
export const SUBJECTS = ['bot', 'agent'] as const
