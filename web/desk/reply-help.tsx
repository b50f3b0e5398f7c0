import type { DeskConversation, Language } from '../../bot/http/api.ts'
import type { ApiClient } from '../shared/api-client.ts'
import { CannedReplies } from './canned-replies.tsx'
import type { Help } from './use-help.ts'
import { useSuggestionKeys } from './use-suggestion-keys.ts'
import type { DeskWords } from './words/en.ts'

/** What helps while an answer is written, wherever the panel stands or is folded: the keys, the replies, and the word that help is there. */
export function ReplyHelp(props: {
  api: ApiClient
  conversation: DeskConversation
  help: Help
  language: Language
  words: DeskWords
}) {
  const { help } = props
  const words = props.words.help
  const suggestions = help.read?.suggestions ?? []
  useSuggestionKeys((place) => {
    const chosen = suggestions[place]
    if (chosen) help.insert(chosen.text)
  })
  return (
    <>
      <p role="status" class="visually-hidden">
        {help.read && words.suggested(suggestions.length)}
      </p>
      {help.repliesOpen && (
        <CannedReplies
          api={props.api}
          conversation={props.conversation}
          language={props.language}
          words={words}
          onInsert={help.insert}
          onClose={() => help.showReplies(false)}
        />
      )}
    </>
  )
}
