import type { Language } from './language.ts'

export interface Customer {
  id: string
  /** As the channel gives it; absent for visitors of the web page. */
  name?: string
  language: Language
  createdAt: number
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
  languages: Language[]
  /** Conversations they take at once, 1 or more. */
  capacity: number
  createdAt: number
}
