import { CandorError } from '../../../domain/index.ts'

/** Hosts of the Bot Framework connector in the public and government clouds; a leading dot covers what lies below. */
const CONNECTOR_HOSTS = [
  '.botframework.com',
  '.botframework.azure.us',
  '.botframework.azure.cn',
  'smba.trafficmanager.net',
  'smba.infra.gcc.teams.microsoft.com',
  'smba.infra.gov.teams.microsoft.us',
  'smba.infra.dod.teams.microsoft.us',
]

const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]']

export interface ServiceUrlPolicy {
  /** Hosts beside Microsoft's own; a leading dot covers subdomains. */
  extraHosts: readonly string[]
  /** This machine, over plain HTTP: for development, where no credentials are sent. */
  allowLoopback: boolean
}

/**
 * Replies carry the bot's access token to the serviceUrl that an activity names, and the SDK compares it with the
 * signed claim only when there is one. So it must be a host we know.
 * @throws CandorError SERVICE_URL_REFUSED
 */
export function checkServiceUrl(serviceUrl: string, policy: ServiceUrlPolicy): void {
  if (!isKnownServiceUrl(serviceUrl, policy)) {
    throw new CandorError('SERVICE_URL_REFUSED', { url: serviceUrl.slice(0, 200) })
  }
}

export function isKnownServiceUrl(serviceUrl: string, policy: ServiceUrlPolicy): boolean {
  const url = URL.canParse(serviceUrl) ? new URL(serviceUrl) : undefined
  const known = (hosts: readonly string[]) =>
    url !== undefined &&
    hosts.some((host) => (host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host))
  if (policy.allowLoopback && known(LOOPBACK_HOSTS)) return true
  return url?.protocol === 'https:' && !url.username && known([...CONNECTOR_HOSTS, ...policy.extraHosts])
}
