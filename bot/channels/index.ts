export { type BotFramework, botFramework } from './bot-framework/bot-framework.ts'
export { type AppCredentials, CandorAdapter } from './bot-framework/candor-adapter.ts'
export { type DeliveryOptions, startDelivery } from './bot-framework/delivery.ts'
export { type Caller, type DirectLine, directLine } from './direct-line/direct-line.ts'
