import { randomUUID } from 'node:crypto'
import { Command } from 'commander'
import { pino } from 'pino'
import { CandorError, systemClock } from '../../domain/index.ts'
import { readConfig } from '../config.ts'
import { loadPack } from '../knowledge/index.ts'
import { ensureChampion } from '../models/index.ts'
import { ensurePages } from '../pages/ensure-pages.ts'
import { readPolicy } from '../policy/index.ts'
import { progressBar } from '../terminal/progress-bar.ts'
import { firstAdministratorToken } from './first-administrator.ts'
import { DEFAULT_DATA_DIR, openConfiguredStore } from './open-store.ts'
import { packOption } from './pack-option.ts'

interface ServeOptions {
  pack: string
  data: string
  port: string
  json?: true
}

/** `candor serve`: the whole house on one port. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('serve the chat, the desk, the dashboard and /api/messages; builds and trains first what is missing')
    .addOption(packOption())
    .option('--data <dir>', 'where models and conversations are kept', DEFAULT_DATA_DIR)
    .option('--port <number>', 'where to listen; 0: any free port', '3978')
    .option('--json', 'print one JSON object when ready')
    .action(serve)
}

async function serve(options: ServeOptions): Promise<void> {
  const config = readConfig(process.env)
  const port = portOf(options.port)
  const log = pino({ level: config.logLevel }, pino.destination(2))
  const tell = (line: string) => process.stderr.write(`${line}\n`)

  const pack = await loadPack(options.pack)
  const { policy, text: policyText } = await readPolicy(options.pack)
  await ensurePages(tell)
  // Loaded only here: the channels' library takes a second, which no other command should wait for.
  const { compose } = await import('../compose.ts')
  const store = await openConfiguredStore(config.database, options.data)
  const champion = await ensureChampion(store, pack, policy, systemClock, randomUUID, progressBar())
  const candor = await compose({
    store,
    packDir: options.pack,
    pack,
    policy,
    policyText,
    champion,
    config,
    clock: systemClock,
    log,
  })
  const listening = await candor.listen(port).catch(async (cause: unknown) => {
    await candor.close()
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new CandorError(
      'CONFIG_INVALID',
      {
        field: `${config.host}:${port}`,
        problem,
        mend: 'Choose another port with --port (0: any free one), or set HOST',
      },
      { cause },
    )
  })

  const url = config.publicUrl ?? `http://localhost:${listening}`
  const token = await firstAdministratorToken(store, systemClock, randomUUID)
  const signIn = token === undefined ? undefined : `${url}/desk?link=${token}`
  if (options.json) console.log(JSON.stringify({ port: listening, url, ...(signIn !== undefined && { signIn }) }))
  else console.log(welcome(pack.title.en ?? pack.name, url, signIn))

  const drafts = pack.needs.filter(({ answer }) => answer.draft).length
  if (drafts > 0) tell(`${drafts} of ${pack.needs.length} answers are drafts that nobody has written yet.`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void candor.close().then(() => process.exit(0)))
  }
}

function welcome(title: string, url: string, signIn: string | undefined): string {
  const lines = [
    `Candor serves ${title}.`,
    '',
    `  Customers   ${url}/`,
    `  Agents      ${url}/desk`,
    `  Managers    ${url}/dashboard`,
  ]
  if (signIn !== undefined)
    lines.push('', 'First administrator, sign in once with this link (valid for 24 hours):', `  ${signIn}`)
  return lines.join('\n')
}

function portOf(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535 && text.trim() !== '') return port
  throw new CandorError('CONFIG_INVALID', {
    field: '--port',
    problem: `must be 0 to 65535, got "${text}"`,
    mend: 'Set --port 3978',
  })
}
