import { describe, expect, it } from 'vitest'
import { readConfig } from '../../../bot/config.ts'

const APP = { CANDOR_APP_ID: 'an-app', CANDOR_APP_PASSWORD: 'its password' }

describe('the configuration', () => {
  it('needs nothing on a developer’s machine', () => {
    expect(readConfig({})).toMatchObject({ production: false, host: '0.0.0.0', tokensPerMinute: 60, trustProxy: false })
  })

  it('takes an empty variable for one that is not set', () => {
    const emptied = Object.fromEntries(
      ['CANDOR_APP_ID', 'CANDOR_APP_PASSWORD', 'CANDOR_SECRET', 'CANDOR_TOKENS_PER_MINUTE', 'HOST'].map((name) => [
        name,
        '',
      ]),
    )
    expect(readConfig(emptied)).toEqual(readConfig({}))
  })

  it('refuses production without an app id, since anybody could speak to /api/messages', () => {
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(/^CONFIG_UNSAFE: .*CANDOR_APP_ID/)
    expect(() => readConfig({ NODE_ENV: 'production', CANDOR_APP_ID: '' })).toThrow(/^CONFIG_UNSAFE/)
    expect(readConfig({ NODE_ENV: 'production', ...APP }).botFramework?.appId).toBe('an-app')
  })

  it.each([
    [{ CANDOR_APP_ID: 'an-app' }, 'CANDOR_APP_PASSWORD'],
    [{ CANDOR_APP_PASSWORD: 'its password' }, 'CANDOR_APP_ID'],
    [{ CANDOR_SECRET: 'short' }, 'CANDOR_SECRET: must have at least 32'],
    [{ CANDOR_PUBLIC_URL: 'bot.example.com' }, 'CANDOR_PUBLIC_URL: must be a URL'],
    [{ CANDOR_PUBLIC_URL: 'javascript:alert(1)' }, 'CANDOR_PUBLIC_URL: must be a URL'],
    [{ CANDOR_TOKENS_PER_MINUTE: 'many' }, 'CANDOR_TOKENS_PER_MINUTE: must be a whole number'],
    [{ CANDOR_TOKENS_PER_MINUTE: '-1' }, 'CANDOR_TOKENS_PER_MINUTE: must be a whole number'],
    [{ CANDOR_TRUST_PROXY: 'yes' }, 'CANDOR_TRUST_PROXY: must be true or false'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: must be one of trace, debug'],
  ])('refuses %j and names what is wrong', (env, named) => {
    expect(() => readConfig(env)).toThrow(named)
  })

  it('leaves the slash at the end of the public URL away', () => {
    expect(readConfig({ CANDOR_PUBLIC_URL: 'https://bot.example.com/' }).publicUrl).toBe('https://bot.example.com')
  })
})
