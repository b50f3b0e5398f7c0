import { Modal } from './modal.tsx'

export interface ShortcutGroup {
  title: string
  /** Keys to press, and what they do. */
  shortcuts: [keys: string[], meaning: string][]
}

export function ShortcutsDialog(props: {
  title: string
  groups: readonly ShortcutGroup[]
  closeLabel: string
  onClose: () => void
}) {
  return (
    <Modal title={props.title} onClose={props.onClose}>
      {props.groups.map((group) => (
        <section key={group.title} class="shortcut-group">
          <h3>{group.title}</h3>
          <dl class="shortcuts">
            {group.shortcuts.map(([keys, meaning]) => (
              <div key={meaning}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{meaning}</dd>
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
