import { useEffect, useState } from 'preact/hooks'
import type { ChatConfig } from '../../bot/http/api.ts'
import { createApiClient } from '../shared/api-client.ts'
import { type Dictionaries, useLanguage } from '../shared/language.ts'
import { LanguageSwitch } from '../shared/language-switch.tsx'
import { type Product, ProductArt } from './product-art.tsx'
import { en, type ShopWords } from './words/en.ts'
import { zh } from './words/zh.ts'

const dictionaries: Dictionaries<ShopWords> = { en, zh }
const PRODUCTS: Product[] = ['lamp', 'floorLamp', 'kettle', 'pan', 'backpack', 'blanket']

/** The demo shop. Its name is the knowledge pack's, so that another company's pack shows under its own. */
export function ShopPage() {
  const [language, chooseLanguage] = useLanguage()
  const words = dictionaries[language]
  const [names, setNames] = useState<ChatConfig['company']>()
  const company = names?.[language] ?? ''
  useEffect(() => {
    void createApiClient()
      .get<ChatConfig>('/api/chat/config')
      .then((result) => result.ok && setNames(result.value.company))
  }, [])
  useEffect(() => {
    if (company !== '') document.title = company
  }, [company])

  return (
    <>
      <a class="skip" href="#collection">
        {words.skip}
      </a>
      <header class="shop-head">
        <span class="shop-name">{company}</span>
        <nav aria-label={words.nav.label}>
          <a href="#lamp">{words.nav.lamps}</a>
          <a href="#kettle">{words.nav.kitchen}</a>
          <a href="#blanket">{words.nav.home}</a>
        </nav>
        <LanguageSwitch language={language} onChoose={chooseLanguage} />
      </header>
      <main>
        <section class="hero">
          <div class="hero-words">
            <h1>{words.claim}</h1>
            <p>{words.pitch}</p>
            <a class="button button-primary" href="#collection">
              {words.look}
            </a>
            <p class="note">{words.ask}</p>
          </div>
          <div class="hero-scene">
            <ProductArt product="floorLamp" />
            <ProductArt product="lamp" />
          </div>
        </section>
        <section class="collection" aria-labelledby="collection">
          <h2 id="collection" tabIndex={-1}>
            {words.collection}
          </h2>
          <ul>
            {PRODUCTS.map((product) => (
              <li key={product} id={product} class="product">
                <ProductArt product={product} />
                <h3>{words.products[product].name}</h3>
                <p class="note">{words.products[product].line}</p>
                <p class="price">{words.products[product].price}</p>
              </li>
            ))}
          </ul>
        </section>
        <section class="promises" aria-labelledby="promises">
          <h2 id="promises">{words.promisesTitle}</h2>
          <ul>
            {words.promises.map((promise) => (
              <li key={promise.title}>
                <h3>{promise.title}</h3>
                <p>{promise.text}</p>
              </li>
            ))}
          </ul>
        </section>
      </main>
      <footer class="shop-foot">
        <p>{words.demo(company)}</p>
        <nav aria-label={words.staff}>
          <a href="/desk">{words.desk}</a>
          <a href="/dashboard">{words.dashboard}</a>
        </nav>
      </footer>
    </>
  )
}
