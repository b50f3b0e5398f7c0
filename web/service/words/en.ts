import { reportEn } from '../../shared/words/report-en.ts'

export const en = {
  ...reportEn,
  title: 'Service',
  heading: 'How people serve',
  hint: 'From the handover to the end of each person’s work. The bot’s time is in none of these figures.',
  managersOnly: 'The report on the service is for managers and administrators.',
  empty: 'Nobody was handed over to a person in this range. Choose a longer one.',
  byAgent: 'By agent',
  byQueue: 'By queue',
  noAgents: 'No agent has accepted a customer in this range.',
  tile: {
    handedOver: 'Handovers',
    stillWaiting: 'Still waiting',
    timeInQueue: 'Time in queue',
    firstResponse: 'First response',
    handleTime: 'Handle time',
    passedOn: 'Passed on',
    cameBack: 'Came back',
  },
  column: { agent: 'Agent', queue: 'Queue' },
  nineInTen: (length: string) => `nine in ten within ${length}`,
  of: (n: string) => `of ${n}`,
}

export type ServiceWords = typeof en
