import { render } from 'preact'
import { HelpPage } from './help-page.tsx'

const place = document.getElementById('app')
if (place) render(<HelpPage />, place)
