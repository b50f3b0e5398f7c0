import type { Migration } from 'kysely/migration'
import type { Capabilities } from '../database.ts'
import { firstSchema } from './0001-first-schema.ts'
import { deliberation } from './0002-deliberation.ts'
import { gapReport } from './0003-gap-report.ts'
import { gapModels } from './0004-gap-models.ts'
import { capacity } from './0005-capacity.ts'
import { routing } from './0006-routing.ts'
import { notes } from './0007-notes.ts'
import { promises } from './0008-promises.ts'
import { reads } from './0009-reads.ts'
import { files } from './0010-files.ts'
import { agentChats } from './0011-agent-chats.ts'
import { help } from './0012-help.ts'
import { candidates } from './0013-candidates.ts'
import { modelServices } from './0014-model-services.ts'
import { surveys } from './0015-surveys.ts'
import { trustSubjects } from './0016-trust-subjects.ts'
import { deeds } from './0017-deeds.ts'
import { notAsked } from './0018-not-asked.ts'
import { releases } from './0019-releases.ts'
import { shown } from './0020-shown.ts'
import { promiseTimes } from './0023-promise-times.ts'
import { treatments } from './0025-treatments.ts'
import { promiseVerdicts } from './0028-promise-verdicts.ts'

/** Every migration by name, applied in the order of the names. One that was released is never changed. */
export function migrations(capabilities: Capabilities): Record<string, Migration> {
  return {
    '0001-first-schema': firstSchema(capabilities),
    '0002-deliberation': deliberation,
    '0003-gap-report': gapReport,
    '0004-gap-models': gapModels,
    '0005-capacity': capacity,
    '0006-routing': routing,
    '0007-notes': notes,
    '0008-promises': promises,
    '0009-reads': reads,
    '0010-files': files,
    '0011-agent-chats': agentChats,
    '0012-help': help,
    '0013-candidates': candidates,
    '0014-model-services': modelServices(capabilities),
    '0015-surveys': surveys,
    '0016-trust-subjects': trustSubjects,
    '0017-deeds': deeds,
    '0018-not-asked': notAsked,
    '0019-releases': releases,
    '0020-shown': shown,
    '0023-promise-times': promiseTimes,
    '0025-treatments': treatments,
    '0028-promise-verdicts': promiseVerdicts,
  }
}
