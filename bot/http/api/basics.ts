export type Language = 'en' | 'zh'
export type Role = 'agent' | 'manager' | 'administrator'

/** Every error answer: 4xx or 5xx. */
export interface ApiError {
  /** `details`: what the message was filled with, for pages that say it in their own words. */
  error: { code: string; message: string; details?: Record<string, string | number> }
}

/** A rate with what it was counted from; `value` null when the denominator is 0. Interval: Wilson, 95 %. */
export interface Rate {
  value: number | null
  numerator: number
  denominator: number
  low: number
  high: number
}

/** A need's title in both languages. */
export type NeedTitle = Record<Language, string>
