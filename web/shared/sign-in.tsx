import { useState } from 'preact/hooks'
import type { Language } from '../../bot/http/api.ts'
import type { ApiProblem } from './api-client.ts'
import { problemWords, sharedWords } from './problem-words.ts'
import type { SessionControl } from './session.ts'

/** The server refuses shorter ones too. */
const PASSWORD_MIN = 12

export function SignIn(props: { control: SessionControl; language: Language; problem: ApiProblem | undefined }) {
  const words = sharedWords[props.language].signIn
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState(props.problem)
  const [working, setWorking] = useState(false)

  const submit = async () => {
    setWorking(true)
    setProblem(undefined)
    const failed = await props.control.signIn(email, password)
    // On success this form is gone by now.
    if (failed) {
      setProblem(failed)
      setWorking(false)
    }
  }

  return (
    <main class="sheet">
      <div>
        <h1>{words.title}</h1>
        <p class="note">{words.intro}</p>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <div class="field">
          <label for="email">{words.email}</label>
          <input
            id="email"
            type="email"
            autoComplete="username"
            required
            value={email}
            onInput={(event) => setEmail(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for="password">{words.password}</label>
          <input
            id="password"
            type="password"
            autoComplete="current-password"
            required
            value={password}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        </div>
        {problem && (
          <p class="problem" role="alert">
            {problemWords(problem, props.language)}
          </p>
        )}
        <button type="submit" class="button button-primary" disabled={working}>
          {working ? words.working : words.submit}
        </button>
      </form>
      <p class="note">{words.noAccount}</p>
    </main>
  )
}

export function SetPassword(props: { control: SessionControl; language: Language; email: string }) {
  const words = sharedWords[props.language].signIn
  const [password, setPassword] = useState('')
  const [repeated, setRepeated] = useState('')
  const [problem, setProblem] = useState<string>()

  const submit = async () => {
    if (password.length < PASSWORD_MIN) return setProblem(words.tooShort)
    if (password !== repeated) return setProblem(words.differ)
    const failed = await props.control.setPassword(password)
    if (failed) setProblem(problemWords(failed, props.language))
  }

  return (
    <main class="sheet">
      <div>
        <h1>{words.setTitle}</h1>
        <p class="note">{words.setIntro}</p>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <input type="hidden" name="username" autoComplete="username" value={props.email} />
        <div class="field">
          <label for="new-password">{words.newPassword}</label>
          <input
            id="new-password"
            type="password"
            autoComplete="new-password"
            aria-describedby="password-rule"
            required
            value={password}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
          <p class="note" id="password-rule">
            {words.rule}
          </p>
        </div>
        <div class="field">
          <label for="repeated">{words.repeat}</label>
          <input
            id="repeated"
            type="password"
            autoComplete="new-password"
            required
            value={repeated}
            onInput={(event) => setRepeated(event.currentTarget.value)}
          />
        </div>
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <button type="submit" class="button button-primary">
          {words.save}
        </button>
      </form>
    </main>
  )
}
