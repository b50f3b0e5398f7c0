import type { Language } from './language.ts'
import type { SurveyConsent } from './survey.ts'

export interface Customer {
  id: string
  /** As the channel gives it; absent for visitors of the web page. */
  name?: string
  language: Language
  createdAt: number
  surveyConsent?: SurveyConsent
}

/** What an agent takes at once unless told otherwise. */
export const USUAL_CAPACITY = 5

export const ROLES = ['agent', 'manager', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** Someone who works for the company and signs in. */
export interface Agent {
  id: string
  email: string
  name: string
  role: Role
  /** Languages they serve customers in; empty: every language. */
  languages: Language[]
  /** Names of the policy's queues that they serve; empty: every queue. */
  queues: string[]
  /** Conversations they take at once, 1 or more. */
  capacity: number
  createdAt: number
}

/** Whether somebody is at the desk and takes conversations. */
export interface Presence {
  agentId: string
  /** What they chose: false while they take a break. */
  available: boolean
  /** Without another sign of life they are gone then, epoch milliseconds. */
  until: number
  /** Since when `available` is as it is, or since they came to the desk. */
  since: number
}

/** Somebody is at the desk: there are signs of life, whether or not they take conversations. */
export function isAtDesk({ until }: Pick<Presence, 'until'>, now: number): boolean {
  return now < until
}

/** At the desk, and takes conversations: not on a break. */
export function takesConversations(presence: Pick<Presence, 'available' | 'until'>, now: number): boolean {
  return presence.available && isAtDesk(presence, now)
}

/** Supervisors may read, join and take over any conversation. */
export function isSupervisor({ role }: Pick<Agent, 'role'>): boolean {
  return role !== 'agent'
}
