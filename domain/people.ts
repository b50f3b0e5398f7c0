import type { Language } from './language.ts'

export interface Customer {
  id: string
  /** As the channel gives it; absent for visitors of the web page. */
  name?: string
  language: Language
  createdAt: number
}

export const ROLES = ['agent', 'manager', 'administrator'] as const
export type Role = (typeof ROLES)[number]

/** Someone who works for the company and signs in. */
export interface Agent {
  id: string
  email: string
  name: string
  role: Role
  languages: Language[]
  createdAt: number
}
