import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'

const KEY_BYTES = 64
const SALT_BYTES = 16
/** OWASP's scrypt parameters for interactive sign-in; 32 MB and about 130 ms each. */
const COST = { N: 2 ** 15, r: 8, p: 1 }

/** The sign-in page says the same. */
export const PASSWORD_MIN = 12
/** Far beyond any passphrase; bounds the work a request can cause. */
export const PASSWORD_MAX = 200

/** A hash that carries its own parameters, so that they can be raised later: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const key = await derive(password, salt, COST)
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/**
 * Takes as long when there is no such person or no password yet, so that time does not tell who has an account.
 * @param hash from `hashPassword`; undefined: nobody to compare with, always false
 */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, N, r, p, salt = '', key = ''] = hash?.split('$') ?? []
  const cost = hash === undefined ? COST : { N: Number(N), r: Number(r), p: Number(p) }
  const wanted = hash === undefined ? Buffer.alloc(KEY_BYTES) : Buffer.from(key, 'base64url')
  const given = await derive(password, Buffer.from(salt, 'base64url'), cost)
  return timingSafeEqual(given, wanted) && hash !== undefined
}

function derive(password: string, salt: Buffer, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  // Node's default memory limit is just what these parameters need, and refuses at equality.
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r }
  return new Promise((resolve, reject) =>
    // NFKC: the same password typed on another keyboard is the same password.
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    ),
  )
}
