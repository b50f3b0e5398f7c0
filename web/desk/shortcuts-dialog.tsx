import { Modal } from '../shared/modal.tsx'
import { SHORTCUT_GROUPS } from './shortcuts.ts'
import type { DeskWords } from './words/en.ts'

const GROUPS = ['move', 'talk', 'desk'] as const

export function ShortcutsDialog(props: { words: DeskWords; closeLabel: string; onClose: () => void }) {
  const { words } = props
  return (
    <Modal title={words.shortcuts} onClose={props.onClose}>
      {GROUPS.map((group) => (
        <section key={group} class="shortcut-group">
          <h3>{words.shortcutGroups[group]}</h3>
          <dl class="shortcuts">
            {SHORTCUT_GROUPS[group].map(([keys, meaning]) => (
              <div key={meaning}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{words.shortcutMeaning[meaning]}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <div class="modal-actions">
        <button type="button" class="button button-primary" onClick={props.onClose}>
          {props.closeLabel}
        </button>
      </div>
    </Modal>
  )
}
