import type { ShopWords } from './words/en.ts'

export type Product = keyof ShopWords['products']

/** How many shapes each picture is put together from; shop.css draws them. */
const SHAPES: Record<Product, number> = { lamp: 5, floorLamp: 5, kettle: 5, pan: 4, backpack: 5, blanket: 5 }

/** A product drawn with CSS alone: no photograph to load, and it follows the theme. */
export function ProductArt(props: { product: Product }) {
  return (
    <div class="art" data-product={props.product} aria-hidden="true">
      {Array.from({ length: SHAPES[props.product] }, (_, index) => (
        <i key={index} />
      ))}
    </div>
  )
}
