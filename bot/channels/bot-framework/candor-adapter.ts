import {
  type Activity,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type ConversationReference,
  type InvokeResponse,
  type TurnContext,
} from 'botbuilder'
import { CandorError } from '../../../domain/index.ts'
import { checkServiceUrl, type ServiceUrlPolicy } from './service-url.ts'

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

  /** @param app undefined: without authentication, for this machine only */
  constructor(app: AppCredentials | undefined, extraHosts: readonly string[]) {
    super(
      new ConfigurationBotFrameworkAuthentication(
        app === undefined
          ? {}
          : {
              MicrosoftAppId: app.appId,
              MicrosoftAppPassword: app.password,
              MicrosoftAppType: app.tenantId === undefined ? 'MultiTenant' : 'SingleTenant',
              ...(app.tenantId !== undefined && { MicrosoftAppTenantId: app.tenantId }),
            },
      ),
    )
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
}

/** The HTTP status an error of the SDK carries, if any. */
export function statusOf(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined
  return typeof status === 'number' ? status : undefined
}
