import type { ComponentChildren } from 'preact'
import type { Language, Session } from '../../bot/http/api.ts'
import { BrandMark } from './brand-mark.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { PAGES, PageNav } from './page-nav.tsx'
import { sharedWords } from './problem-words.ts'
import type { SessionControl } from './session.ts'
import { SetPassword, SignIn } from './sign-in.tsx'

/** The page of one customer is reached from others, and stands in no bar. */
export type StaffPageName = (typeof PAGES)[number] | 'customer'

/** The frame of the pages for people who work here: sign-in first, then the bar on top and the page itself. */
export function StaffPage(props: {
  page: StaffPageName
  control: SessionControl
  language: Language
  onLanguage: (language: Language) => void
  tools?: ComponentChildren
  children: (session: Session) => ComponentChildren
}) {
  const { control, language } = props
  const { state } = control
  const words = sharedWords[language]
  return (
    <>
      <header class="top-bar">
        <span class="brand">
          <BrandMark />
          <span class="brand-name">Candor</span>
        </span>
        {state.kind === 'signed-in' && (
          <PageNav
            pages={state.session.agent.role === 'agent' ? ['desk'] : PAGES}
            current={props.page}
            language={language}
          />
        )}
        <div class="top-bar-end">
          {state.kind === 'signed-in' && props.tools}
          <LanguageSwitch language={language} onChoose={props.onLanguage} />
          {state.kind === 'signed-in' && (
            <>
              <span class="note signed-in-as" title={words.signIn.signedInAs(state.session.agent.name)}>
                {state.session.agent.name}
              </span>
              <button type="button" class="button button-quiet" onClick={() => void control.signOut()}>
                {words.signIn.signOut}
              </button>
            </>
          )}
        </div>
      </header>
      {state.kind === 'checking' && (
        <main class="sheet">
          <h1 class="visually-hidden">Candor</h1>
          <p class="note">{words.loading}</p>
        </main>
      )}
      {state.kind === 'signed-out' && <SignIn control={control} language={language} problem={state.problem} />}
      {state.kind === 'needs-password' && (
        <SetPassword control={control} language={language} email={state.session.agent.email} />
      )}
      {state.kind === 'signed-in' && props.children(state.session)}
    </>
  )
}
