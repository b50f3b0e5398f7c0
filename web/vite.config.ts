import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const page = (path: string) => resolve(import.meta.dirname, path)

/**
 * Two builds into `web/dist`: the pages with hashed assets, and `chat.js`,
 * which other sites embed by name and which therefore is one plain script that shares nothing with the pages.
 */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  appType: 'mpa',
  resolve: { alias: { 'botframework-streaming': page('chat/no-streaming.ts') } },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // botframework-directlinejs is CommonJS written for webpack and reads `global`.
  define: { global: 'globalThis' },
  build: {
    outDir: page('dist'),
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // Assets stay files: the pages' content security policy allows no `data:` scripts or styles.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  builder: {
    async buildApp(builder) {
      for (const name of ['client', 'loader']) {
        const environment = builder.environments[name]
        if (environment) await builder.build(environment)
      }
    },
  },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          input: {
            shop: page('index.html'),
            chat: page('chat/index.html'),
            help: page('help/index.html'),
            transparency: page('transparency/index.html'),
            desk: page('desk/index.html'),
            dashboard: page('dashboard/index.html'),
            gap: page('gap/index.html'),
            trust: page('trust/index.html'),
            service: page('service/index.html'),
            satisfaction: page('satisfaction/index.html'),
            check: page('check/index.html'),
            review: page('review/index.html'),
            learning: page('learning/index.html'),
            customer: page('customer/index.html'),
            myRecord: page('my-record/index.html'),
            survey: page('survey/index.html'),
            whatIf: page('what-if/index.html'),
          },
        },
      },
    },
    loader: {
      consumer: 'client',
      build: {
        emptyOutDir: false,
        rolldownOptions: {
          input: page('loader/main.ts'),
          output: { format: 'iife', entryFileNames: 'chat.js' },
        },
      },
    },
  },
})
