import { render } from 'preact'
import { OpenPage } from './open-page.tsx'

const place = document.getElementById('app')
if (place) render(<OpenPage />, place)
