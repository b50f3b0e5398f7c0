import { randomUUID } from 'node:crypto'
import type { DeskTeamsLink } from '../../../../../bot/http/api.ts'
import type { Company } from '../../../../contract/channels/company.ts'
import type { Connector } from '../../../../contract/channels/connector.ts'
import { type Answer, call } from '../../../../contract/channels/http-call.ts'
import type { Desk } from '../../../../contract/channels/staff.ts'

/** Somebody in Teams, in one chat with the bot. */
export interface TeamsPerson {
  say(text: string, activity?: object): Promise<Answer>
  /** Presses a button: as `Action.Execute` sends it. */
  press(act: string, escalationId: string, inputs?: object): Promise<Answer>
  /** The same person below a card of a channel. */
  inThread(messageId: string): TeamsPerson
}

export interface Place {
  id: string
  conversationType: 'personal' | 'channel' | 'groupChat'
  isGroup?: boolean
}

export function teamsPerson(company: () => Company, connector: Connector, user: string, place: Place): TeamsPerson {
  const post = (activity: object) =>
    call(company().url, '/api/messages', {
      method: 'POST',
      body: {
        id: randomUUID(),
        channelId: 'msteams',
        serviceUrl: connector.serviceUrl,
        conversation: place,
        from: { id: `29:${user}`, name: user, aadObjectId: `aad-${user}` },
        recipient: { id: '28:bot', name: 'bot' },
        locale: 'en-US',
        ...activity,
      },
    })
  return {
    say: (text, activity = {}) => post({ type: 'message', text, ...activity }),
    press: (act, escalationId, inputs = {}) =>
      post({
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: {
          action: { type: 'Action.Execute', verb: act, data: { candor: 'agent', act, escalationId, ...inputs } },
        },
      }),
    inThread: (messageId) =>
      teamsPerson(company, connector, user, { ...place, id: `${place.id};messageid=${messageId}` }),
  }
}

export async function linkCode(desk: Desk): Promise<string> {
  const { json } = await desk.send('/api/desk/teams-link')
  return (json as unknown as DeskTeamsLink).code
}
