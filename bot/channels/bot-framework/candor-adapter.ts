import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
  type ConversationReference,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder'
import { CandorError } from '../../../domain/index.ts'
import { FILE_LIMIT } from '../../files/index.ts'
import { download } from './download.ts'
import { checkServiceUrl, isKnownServiceUrl, type ServiceUrlPolicy } from './service-url.ts'

/** For whom the bot's token is, and who gives it: the public cloud's, as the SDK takes them where nothing else is set. */
const TOKEN_SCOPE = 'https://api.botframework.com'
const LOGIN_URL = 'https://login.microsoftonline.com/botframework.com'

export interface AppCredentials {
  appId: string
  password: string
  /** Set for a bot registered for one tenant only. */
  tenantId?: string
}

/**
 * The CloudAdapter with two doors: one activity in, one activity out to a conversation of before.
 * It goes past `process(req, res)`, which writes errors to the console and into the answer.
 */
export class CandorAdapter extends CloudAdapter {
  readonly #appId: string
  readonly #serviceUrls: ServiceUrlPolicy
  readonly #credentials: ConfigurationServiceClientCredentialFactory

  /** @param app undefined: without authentication, for this machine only */
  constructor(app: AppCredentials | undefined, extraHosts: readonly string[]) {
    const configuration =
      app === undefined
        ? {}
        : {
            MicrosoftAppId: app.appId,
            MicrosoftAppPassword: app.password,
            MicrosoftAppType: app.tenantId === undefined ? 'MultiTenant' : 'SingleTenant',
            ...(app.tenantId !== undefined && { MicrosoftAppTenantId: app.tenantId }),
          }
    super(new ConfigurationBotFrameworkAuthentication(configuration))
    this.#credentials = new ConfigurationServiceClientCredentialFactory(configuration)
    this.#appId = app?.appId ?? ''
    this.#serviceUrls = { extraHosts, allowLoopback: app === undefined }
  }

  /**
   * Authenticates one activity and runs the logic on it.
   * @throws CandorError SERVICE_URL_REFUSED, BOT_AUTHENTICATION_FAILED
   */
  async receive(
    authorization: string | undefined,
    activity: Activity,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    checkServiceUrl(activity.serviceUrl, this.#serviceUrls)
    try {
      return await this.processActivity(authorization ?? '', activity, logic)
    } catch (cause) {
      if (statusOf(cause) === 401) throw new CandorError('BOT_AUTHENTICATION_FAILED', {}, { cause })
      throw cause
    }
  }

  /**
   * Sends one activity to a stored conversation reference.
   * @param activity as it is, or made for the turn in which it is sent
   * @returns the id that the channel gave it, if it gave one
   * @throws CandorError SERVICE_URL_REFUSED; whatever the connector answers, with `statusCode`
   */
  async push(
    reference: Partial<ConversationReference>,
    activity: Partial<Activity> | ((context: TurnContext) => Partial<Activity>),
  ): Promise<string | undefined> {
    let id: string | undefined
    await this.#continue(reference, async (context) => {
      // The SDK makes every activity a reply to the one that woke it up, which here is one of its own making.
      context.onSendActivities((_context, activities, next) => {
        for (const each of activities) delete each.replyToId
        return next()
      })
      const sent = await context.sendActivity(typeof activity === 'function' ? activity(context) : activity)
      id = sent?.id
    })
    return id
  }

  /**
   * Puts another activity in the place of one that was pushed.
   * @throws as `push` does
   */
  async replace(
    reference: Partial<ConversationReference>,
    activityId: string,
    activity: Partial<Activity>,
  ): Promise<void> {
    await this.#continue(reference, (context) => context.updateActivity({ ...activity, id: activityId }))
  }

  async #continue(
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<unknown>,
  ): Promise<void> {
    checkServiceUrl(reference.serviceUrl ?? '', this.#serviceUrls)
    // Without the id of a message to reply to: the conversation may be long past it.
    const { activityId: _, ...conversation } = reference
    await this.continueConversationAsync(this.#appId, conversation, async (context) => {
      await logic(context)
    })
  }

  /**
   * Fetches a file that an activity points to, from a host that replies may be sent to and no other: whoever writes to the
   * bot does not choose what this server asks for. The bot shows who it is only to the service that the activity came from.
   * @returns undefined when it cannot be had, or is too large
   */
  async download(url: string, serviceUrl: string): Promise<Uint8Array | undefined> {
    if (!isKnownServiceUrl(url, this.#serviceUrls)) return undefined
    const headers = new Headers()
    const known = new URL(url).origin === new URL(serviceUrl).origin
    if (known && this.#appId !== '' && !(await this.#sign(headers))) return undefined
    return download(url, headers, FILE_LIMIT)
  }

  /** Puts the bot's token among the headers. @returns false when there is none to be had */
  async #sign(headers: Headers): Promise<boolean> {
    try {
      const credentials = await this.#credentials.createCredentials(this.#appId, TOKEN_SCOPE, LOGIN_URL, true)
      // The SDK signs requests of its own client; of those it reads and writes the headers only.
      await credentials.signRequest({ headers } as unknown as Parameters<typeof credentials.signRequest>[0])
      return true
    } catch {
      return false
    }
  }
}

/** The HTTP status an error of the SDK carries, if any. */
export function statusOf(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined
  return typeof status === 'number' ? status : undefined
}
