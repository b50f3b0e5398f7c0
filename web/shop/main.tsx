import { render } from 'preact'
import { ShopPage } from './shop-page.tsx'

const place = document.getElementById('app')
if (place) render(<ShopPage />, place)
