import type { Page } from 'playwright-core'
import { type People, write } from './people.ts'
import type { TeamsPerson } from './playground.ts'

/** A customer in their chat, whatever it runs in. */
export interface ChatCustomer {
  name: string
  /** What their conversation is about: the word that its numbered messages carry. */
  topic: string
  page: Page
  write(text: string): Promise<void>
  /** What stands in their chat, at least all that the company says, from top to bottom. */
  shown(): Promise<string[]>
}

const CHAT = {
  en: { locale: 'en-US', button: 'Chat with us', label: 'Your message' },
  zh: { locale: 'zh-CN', button: '在线客服', label: '输入消息' },
}

export async function webCustomer(
  { openChat }: People,
  language: keyof typeof CHAT,
  name: string,
  topic: string,
): Promise<ChatCustomer> {
  const { locale, button, label } = CHAT[language]
  const page = await openChat(locale, button)
  const chat = page.frameLocator('iframe')
  return {
    name,
    topic,
    page,
    write: (text) => write(chat, label, text),
    shown: () => chat.locator('.bubble').allTextContents(),
  }
}

export function teamsCustomer(person: TeamsPerson, name: string, topic: string): ChatCustomer {
  const { page } = person
  const sentLog = page.locator('[contenteditable]').last()
  return {
    name,
    topic,
    page,
    // Each message is a request of its own there, and only waiting for its answer keeps them in order on their way.
    async write(text) {
      await person.write(text)
      await sentLog.getByText(text, { exact: true }).waitFor({ state: 'attached' })
    },
    // All come from the bot there; the text says who of the company speaks.
    async shown() {
      const texts = await page.locator('.fai-OutputCard').allInnerTexts()
      return texts.map((text) => text.trim().replace(/^\w+: /, ''))
    },
  }
}
