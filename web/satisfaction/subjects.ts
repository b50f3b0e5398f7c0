/** Whom surveys rate, in the order of the page. */
export const SUBJECTS = ['bot', 'agent'] as const
