import Sqlite from 'better-sqlite3'
import { CandorError } from '../../domain/index.ts'

/** What an error of SQLite (https://www.sqlite.org/rescode.html) means to the one who opens the file. */
export function unreachable(path: string, error: unknown): CandorError {
  const code = error instanceof Sqlite.SqliteError ? error.code : ''
  const message = error instanceof Error ? error.message : String(error)
  const known = PROBLEMS.find(({ matches }) => matches.test(`${code} ${message}`))
  return new CandorError(
    'DATABASE_UNREACHABLE',
    {
      database: path,
      problem: known?.problem ?? message,
      mend: known?.mend ?? 'Check the path and the rights.',
    },
    { cause: error },
  )
}

const PROBLEMS = [
  {
    matches: /directory does not exist/,
    problem: 'its folder does not exist',
    mend: 'Make the folder first, or give another path.',
  },
  {
    matches: /SQLITE_NOTADB/,
    problem: 'the file is not an SQLite database',
    mend: 'It was left as it is. Give another path, or restore the file from a backup.',
  },
  {
    matches: /SQLITE_CORRUPT/,
    problem: 'the file is damaged',
    mend: 'It was left as it is. Restore it from a backup, or try "sqlite3 FILE .recover".',
  },
  {
    matches: /SQLITE_READONLY|SQLITE_PERM|EACCES/,
    problem: 'it may not be written',
    mend: 'Give this user the right to write the file and its folder.',
  },
  {
    matches: /SQLITE_CANTOPEN/,
    problem: 'it cannot be opened as a file',
    mend: 'Give the path of a file (not of a folder) that this user may read and write.',
  },
  {
    matches: /SQLITE_BUSY/,
    problem: 'another process holds it',
    mend: 'Stop the other process, or give another path.',
  },
]
