import { Modal } from '../shared/modal.tsx'
import type { DeskWords } from './words/en.ts'

export function ShortcutsDialog(props: { words: DeskWords; closeLabel: string; onClose: () => void }) {
  const { shortcutList } = props.words
  const rows: [string, string][] = [
    ['j', shortcutList.next],
    ['k', shortcutList.previous],
    ['a', shortcutList.accept],
    ['r', shortcutList.reply],
    ['e', shortcutList.resolve],
    ['Enter', shortcutList.send],
    ['1 … 5', shortcutList.suggestion],
    ['/', shortcutList.replies],
    ['?', shortcutList.help],
  ]
  return (
    <Modal title={props.words.shortcuts} onClose={props.onClose}>
      <dl class="shortcuts">
        {rows.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <div class="modal-actions">
        <button type="button" class="button button-primary" onClick={props.onClose}>
          {props.closeLabel}
        </button>
      </div>
    </Modal>
  )
}
